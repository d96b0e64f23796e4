package dev.headroom.app.audit;

import java.io.IOException;

/** What discount vendors and customers have for early payment. Immutable once it is read; safe for many threads. */
final class Terms {
    private final Sums terms = new Sums(2);

    private Terms() {}

    static Terms read(Opener opener) throws IOException {
        Terms read = new Terms();
        read.add(opener, "vendors", "vendor_id");
        read.add(opener, "customers", "customer_id");
        return read;
    }

    private void add(Opener opener, String table, String key) throws IOException {
        if (opener.tables().has(table)) {
            try (TableCursor cursor = opener.open(table)) {
                int id = cursor.column(key);
                int percent = cursor.column("discount_percent");
                int days = cursor.column("discount_days");
                cursor.eachRow(() -> {
                    int at = terms.at(cursor.hash(id));
                    terms.values()[at] = cursor.decimal(percent, 2);
                    terms.values()[at + 1] = cursor.integer(days);
                });
            }
        }
    }

    /** Hundredths of a percent by which a partner's invoices are lowered if they are paid early. */
    int discount(long partner) {
        return (int) terms.get(partner, 0);
    }

    /** Days from the invoice within which that is. */
    int days(long partner) {
        return (int) terms.get(partner, 1);
    }
}
