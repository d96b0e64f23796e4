package dev.headroom.app.audit;

import java.io.IOException;

/** Vendors with the bank account of an employee. In memory, as there are few of them. */
final class SuspiciousVendors {
    private final LongSet vendors = new LongSet();

    private SuspiciousVendors() {}

    static SuspiciousVendors read(Opener opener, Staff staff) throws IOException {
        SuspiciousVendors suspicious = new SuspiciousVendors();
        if (opener.tables().has("vendors")) {
            try (TableCursor cursor = opener.open("vendors")) {
                int id = cursor.column("vendor_id");
                int bank = cursor.column("bank_account");
                while (cursor.next()) {
                    if (!cursor.isNull(bank) && staff.hasBankAccount(cursor.hash(bank))) {
                        suspicious.vendors.add(cursor.hash(id));
                    }
                }
            }
        }
        return suspicious;
    }

    boolean contains(long vendor) {
        return vendors.contains(vendor);
    }
}
