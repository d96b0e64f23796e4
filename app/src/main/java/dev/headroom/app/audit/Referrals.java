package dev.headroom.app.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What rows of a table refer to, where a row itself says in which table that is found. Used by one thread. */
final class Referrals {
    private final References references;
    private final String table;
    private final Sorter.Appender appender;
    private final Map<String, References.Place> places = new HashMap<>();

    Referrals(References references, String table, Sorter.Appender appender) {
        this.references = references;
        this.table = table;
        this.appender = appender;
    }

    /** Tells of a value of a column, by its hash, that has to be found in another table's column; of nothing if the table is not there. */
    void tell(String column, String target, long value, long row) throws IOException {
        if (!references.tables().has(References.tableOf(target))) {
            return;
        }
        References.Place place = places.get(column + target);
        if (place == null) {
            place = references.place(table, column, target);
            places.put(column + target, place);
        }
        place.tell(value, row, appender);
    }

    /** Has told of all. */
    void end() {
        places.values().forEach(References.Place::end);
    }
}
