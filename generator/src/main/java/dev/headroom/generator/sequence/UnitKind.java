package dev.headroom.generator.sequence;

/** Kinds of units in the sequence. */
public enum UnitKind {
    /** Consecutive manual entries of one company. */
    MANUAL_BLOCK(0),
    /** One entry from another system. */
    INTERFACE(1),
    /** One entry of a template. */
    RECURRING(2),
    /** An accrual and its reversal. */
    ADJUSTMENT(3),
    /** A purchase of goods with its documents and entries. */
    PURCHASE(4),
    /** A sale with its documents and entries. */
    SALE(5),
    /** A company's payroll of a month. */
    PAYROLL_RUN(6),
    /** A company's depreciation of a month. */
    DEPRECIATION_RUN(7),
    /** A company's provision for bad debt of a month. */
    PROVISION(8),
    /** The purchase of a fixed asset. */
    ASSET_PURCHASE(9);

    /** The number of kinds. */
    static final int COUNT = values().length;

    private final int index;

    UnitKind(int index) {
        this.index = index;
    }

    /** The position of the kind where there is one of something for each, from 0. */
    public int index() {
        return index;
    }
}
