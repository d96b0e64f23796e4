package dev.headroom.app.doctor;

import java.util.Arrays;
import java.util.Locale;

/** What a reading costs here and now: a few thousand of them are taken, for a tenth of a second at most. */
final class ReadingCost {
    private static final int MOST = 5_000;
    private static final long NANOS = 100_000_000L;

    private ReadingCost() {}

    /** The costs of both kinds of reading in words. */
    static String of(Runnable fast, Runnable detailed) {
        return "fast " + micros(fast) + ", detailed " + micros(detailed);
    }

    /** The cost of a reading of which there is one kind. */
    static String detailed(Runnable reading) {
        return micros(reading);
    }

    /** The median of the later half, since code that has just begun to run is slow. */
    private static String micros(Runnable reading) {
        long[] times = new long[MOST];
        int count = 0;
        long start = System.nanoTime();
        long last = start;
        while (count < MOST && (count == 0 || last - start < NANOS)) {
            reading.run();
            long now = System.nanoTime();
            times[count++] = now - last;
            last = now;
        }
        long[] later = Arrays.copyOfRange(times, count / 2, count);
        Arrays.sort(later);
        return String.format(Locale.ROOT, "%.1f µs", later[later.length / 2] / 1e3);
    }
}
