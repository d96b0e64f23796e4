package dev.headroom.generator.ledger;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;

/** What a journal entry comes from. */
public enum EntryKind {
    /** Keyed by an accountant. */
    MANUAL(0, "SA", "manual", false),
    /** Passed on by another system. */
    INTERFACE(1, "ZI", "interface", true),
    /** Posted each month from a template. */
    RECURRING(2, "SR", "recurring", true),
    /** Month-end accrual. */
    ACCRUAL(3, "SB", "adjustment", false),
    /** Reversal of an accrual at the beginning of the next month. */
    REVERSAL(4, "SX", "adjustment", false),
    /** Goods received. */
    GOODS_RECEIPT(5, "WE", "purchasing", true),
    /** Invoice of a vendor. */
    VENDOR_INVOICE(6, "RE", "purchasing", true),
    /** Payment to a vendor. */
    PAYMENT(7, "ZP", "purchasing", true),
    /** Goods made for an order. */
    PRODUCTION(8, "WF", "sales", true),
    /** Goods delivered. */
    DELIVERY(9, "WL", "sales", true),
    /** Invoice to a customer. */
    CUSTOMER_INVOICE(10, "RV", "sales", true),
    /** Month's part of deferred revenue. */
    REVENUE_RELEASE(11, "RR", "sales", true),
    /** Goods sent back by a customer. */
    CUSTOMER_RETURN(12, "WR", "sales", true),
    /** Credit memo to a customer. */
    CUSTOMER_CREDIT_MEMO(13, "DG", "sales", true),
    /** Payment of a customer. */
    RECEIPT(14, "DZ", "sales", true),
    /** Payment back to a customer. */
    REFUND(15, "DR", "sales", true),
    /** Invoice that will not be paid. */
    WRITE_OFF(16, "DA", "sales", true),
    /** Goods sent back to a vendor. */
    VENDOR_RETURN(17, "WA", "purchasing", true),
    /** Credit memo of a vendor. */
    VENDOR_CREDIT_MEMO(18, "KG", "purchasing", true),
    /** Wages and social charges of a month. */
    PAYROLL_RUN(19, "HR", "payroll", true),
    /** Wages paid. */
    PAY_OUT(20, "HP", "payroll", true),
    /** What was withheld from wages, and social charges, paid to the authorities. */
    REMITTANCE(21, "HA", "payroll", true),
    /** Depreciation of a month. */
    DEPRECIATION_RUN(22, "AF", "assets", true),
    /** Month's provision for bad debt. */
    PROVISION(23, "SV", "provisions", true),
    /** Month's output tax less input tax. */
    TAX_RETURN(24, "UT", "tax", true),
    /** Payment of a month's tax, or its refund. */
    TAX_PAYMENT(25, "UZ", "tax", true),
    /** Valuation of what is open in foreign currencies. */
    REVALUATION(26, "FB", "revaluation", true),
    /** Reversal of a valuation at the beginning of the next month. */
    REVALUATION_REVERSAL(27, "FX", "revaluation", true),
    /** Close of a fiscal year. */
    YEAR_CLOSE(28, "JA", "closing", true);

    private static final EntryKind[] KINDS = values();

    /** Document types; by code. */
    static final TextDictionary DOCUMENT_TYPES = TextDictionary.of(
            Arrays.stream(KINDS).map(kind -> kind.documentType).toList());
    /** Sources; by code. */
    static final TextDictionary SOURCES =
            TextDictionary.of(Arrays.stream(KINDS).map(kind -> kind.source).toList());

    private final int code;
    private final String documentType;
    private final String source;
    private final boolean automated;

    EntryKind(int code, String documentType, String source, boolean automated) {
        this.code = code;
        this.documentType = documentType;
        this.source = source;
        this.automated = automated;
    }

    /** The position of the kind in the dictionaries. */
    int code() {
        return code;
    }

    /** Whether a system enters it, without approval. */
    public boolean automated() {
        return automated;
    }
}
