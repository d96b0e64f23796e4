package dev.headroom.generator.procurement;

/** What is ordered in one kind of purchases. Immutable. */
interface OrderContents {
    /** Currency in which a vendor sells to a company. */
    int currency(int vendor, int company);

    /** Fills the lines of a purchase whose vendor and currency are known. */
    void fillLines(Purchase purchase, PurchaseSchedule schedule, long ordinal);
}
