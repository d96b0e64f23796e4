package dev.headroom.app.audit;

import java.time.LocalDate;

/** Writes days for messages. */
final class Days {
    private Days() {}

    /** A day since 1970-01-01 in ISO 8601. */
    static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
