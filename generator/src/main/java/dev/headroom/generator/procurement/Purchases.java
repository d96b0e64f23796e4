package dev.headroom.generator.procurement;

import dev.headroom.generator.sequence.UnitGenerator;

/** Makes the purchases of one kind. One for each worker; not thread-safe. */
public final class Purchases implements UnitGenerator {
    private final PurchaseSchedule schedule;
    private final PurchaseCase purchaseCase;
    private final Purchase purchase = new Purchase();
    private final PurchaseDocuments documents;

    /**
     * Makes the generator of a schedule, which it alone uses.
     *
     * @param documents shared with the worker's other purchases
     */
    public Purchases(PurchaseSchedule schedule, PurchaseCase purchaseCase, PurchaseDocuments documents) {
        this.schedule = schedule;
        this.purchaseCase = purchaseCase;
        this.documents = documents;
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        if (!schedule.isPast()) {
            purchaseCase.fill(purchase, schedule, ordinal);
            documents.write(schedule, purchase);
        }
    }
}
