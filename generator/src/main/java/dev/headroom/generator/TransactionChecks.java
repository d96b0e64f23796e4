package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;

/** Checks what a configuration says about entries, purchases and sales. */
final class TransactionChecks {
    private static final long MOST_ENTRIES = 2_000_000_000;
    private static final double ROUNDING = 1e-6;
    private static final int LONGEST_LAG_DAYS = 365;
    private static final double HIGHEST_VARIANCE = .5;

    private TransactionChecks() {}

    /**
     * Checks the parts.
     *
     * @throws InvalidLedgerConfigurationException if one is impossible
     */
    static void check(Transactions transactions, PurchaseFlow flow, SalesFlow sales) {
        require(
                transactions.targetCount() >= 1 && transactions.targetCount() <= MOST_ENTRIES,
                "transactions.target_count",
                transactions.targetCount() + " entries are not possible; use a number from 1, the minimum, to "
                        + MOST_ENTRIES);
        checkShare("transactions.sources.manual", transactions.manual());
        checkShare("transactions.sources.documents", transactions.documents());
        checkShare("transactions.sources.interface", transactions.interfaces());
        checkShare("transactions.sources.recurring", transactions.recurring());
        checkShare("transactions.sources.adjustment", transactions.adjustment());
        double sum = transactions.manual()
                + transactions.documents()
                + transactions.interfaces()
                + transactions.recurring()
                + transactions.adjustment();
        require(Math.abs(sum - 1) < ROUNDING, "transactions.sources", "the shares add up to " + sum + " instead of 1");
        checkShare("document_flows.p2p.three_way_match_rate", flow.threeWayMatchRate());
        checkShare("document_flows.p2p.partial_delivery", flow.partialDelivery());
        checkShare("document_flows.p2p.price_variance", flow.priceVariance());
        require(
                flow.priceVarianceLimit() >= 0 && flow.priceVarianceLimit() <= HIGHEST_VARIANCE,
                "document_flows.p2p.price_variance_limit",
                flow.priceVarianceLimit() + " is not from 0 to " + HIGHEST_VARIANCE);
        checkShare("document_flows.p2p.quantity_variance", flow.quantityVariance());
        checkShare("document_flows.p2p.late_payment", flow.latePayment());
        checkShare("document_flows.p2p.partial_payment", flow.partialPayment());
        checkLag("document_flows.p2p.receipt_lag_days", flow.receiptLagDays());
        checkLag("document_flows.p2p.invoice_lag_days", flow.invoiceLagDays());
        checkLag("document_flows.p2p.payment_lag_days", flow.paymentLagDays());
        checkShare("document_flows.o2c.partial_shipment", sales.partialShipment());
        checkShare("document_flows.o2c.return", sales.returns());
        checkShare("document_flows.o2c.bad_debt", sales.badDebt());
        checkLag("document_flows.o2c.delivery_lag_days", sales.deliveryLagDays());
        checkLag("document_flows.o2c.invoice_lag_days", sales.invoiceLagDays());
        checkLag("document_flows.o2c.receipt_lag_days", sales.receiptLagDays());
    }

    private static void checkShare(String key, double share) {
        require(share >= 0 && share <= 1, key, share + " is not from 0 to 1");
    }

    private static void checkLag(String key, int days) {
        require(days >= 0 && days <= LONGEST_LAG_DAYS, key, days + " days are not from 0 to " + LONGEST_LAG_DAYS);
    }

    private static void require(boolean holds, String key, String message) {
        if (!holds) {
            throw new InvalidLedgerConfigurationException(key, message);
        }
    }
}
