package dev.headroom.app.audit;

import java.io.IOException;

/** Where vendors and customers are, and what discount they have for early payment. Immutable once it is read; safe for many threads. */
final class Partners {
    private static final int PERCENT = 0;
    private static final int DAYS = 1;
    private static final int COUNTRY = 2;

    private final Sums partners = new Sums(3);

    private Partners() {}

    static Partners read(Opener opener) throws IOException {
        Partners read = new Partners();
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
                int country = cursor.column("country");
                cursor.eachRow(() -> {
                    long partner = cursor.hash(id);
                    partners.set(partner, PERCENT, cursor.decimal(percent, 2));
                    partners.set(partner, DAYS, cursor.integer(days));
                    partners.set(partner, COUNTRY, cursor.hash(country));
                });
            }
        }
    }

    /** Hundredths of a percent by which a partner's invoices are lowered if they are paid early. */
    int discount(long partner) {
        return (int) partners.get(partner, PERCENT);
    }

    /** Days from the invoice within which that is. */
    int days(long partner) {
        return (int) partners.get(partner, DAYS);
    }

    /** The hash of the partner's country. */
    long country(long partner) {
        return partners.get(partner, COUNTRY);
    }
}
