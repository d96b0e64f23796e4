package dev.headroom.generator.document;

import dev.headroom.generator.ledger.Translation;

/**
 * What is paid of a debt at one time. Filled anew for each payment, which is why its fields are open. Amounts are hundredths; local
 * ones are in the company's currency, the others in the debt's.
 */
public final class Settlement {
    private static final int HUNDREDTHS = 10_000;

    /** What of the debt is cleared, discount included. */
    public long cleared;
    /** Discount for early payment. */
    public long discount;
    /** What of the debt is cleared, at the debt's rate. */
    public long localCleared;
    /** The discount at the debt's rate. */
    public long localDiscount;
    /** What passes through the bank, at the payment's rate. */
    public long localPaid;

    /** Makes a settlement of nothing. */
    public Settlement() {}

    /**
     * Fills in what is paid.
     *
     * @param clear what is cleared
     * @param localClear the same in the company's currency, at the debt's rate
     * @param discountHundredths discount in hundredths of a percent; 0 for none
     * @param debt rates and units of the debt
     * @param rate millionths of the company's currency for one of the debt's, when it is paid
     */
    public void settle(long clear, long localClear, int discountHundredths, Denomination debt, long rate) {
        cleared = clear;
        localCleared = localClear;
        discount = clear * discountHundredths / (HUNDREDTHS * debt.unit) * debt.unit;
        localDiscount = debt.local(discount);
        localPaid = debt.isLocal()
                ? localClear - localDiscount
                : Translation.convert(clear - discount, rate, debt.localUnit);
    }

    /** What passes through the bank, in the debt's currency. */
    public long paid() {
        return cleared - discount;
    }

    /** By how much more than the debt less the discount passes through the bank; below 0 for less. */
    public long exchangeDifference() {
        return localPaid + localDiscount - localCleared;
    }
}
