package dev.headroom.app.audit;

import java.io.IOException;

/** How much customers may order. Immutable once it is read; safe for many threads. */
final class Credit {
    private final Sums limits = new Sums(1);

    private Credit() {}

    static Credit read(Opener opener) throws IOException {
        Credit credit = new Credit();
        if (opener.tables().has("customers")) {
            try (TableCursor cursor = opener.open("customers")) {
                int id = cursor.column("customer_id");
                int limit = cursor.column("credit_limit");
                cursor.eachRow(() -> credit.limits.add(cursor.hash(id), 0, cursor.decimal(limit, 2)));
            }
        }
        return credit;
    }

    /** A customer's limit, in hundredths of the customer's currency. */
    long limit(long customer) {
        return limits.get(customer, 0);
    }
}
