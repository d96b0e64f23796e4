package dev.headroom.guard;

/**
 * When to ask the JVM for a collection of the whole heap, which alone tells live objects from garbage. One thread at a time; allocates
 * nothing.
 *
 * <p>There are two occasions. The heap is expected to hold more live objects than it is known to, by a step of pressure: a collection
 * confirms that before it is too late. Or it is known to hold many, and nothing but a collection shows that they are gone. After a
 * collection that has confirmed what was expected, the next step is looked at as soon as it is expected, so that a live set that fills
 * the heap within a second is followed. Otherwise there is a pause of 200 times what the last collection took, from 2 s to 60 s.
 */
final class CollectionRequest {
    /** The steps of pressure; those at which the level changes by default. */
    private static final double[] STEPS = {0.70, 0.85, 0.95};
    /** From a first step down to here collections go on, as levels recover with some distance. */
    private static final double RELIEVED = 0.65;
    /** By which part of the heap an expectation must exceed what is known to be worth a look. */
    private static final double WORTH_A_LOOK = 0.04;
    /** By which part of the heap an expectation may be wrong and the next one still be believed; below the one above. */
    private static final double CONFIRMED = 0.03;

    private static final double PAUSE_FACTOR = 200;
    private static final double MIN_PAUSE_NANOS = 2e9;
    private static final double MAX_PAUSE_NANOS = 6e10;

    private boolean pressed;
    private boolean asked;
    private boolean confirmed = true;
    private long pauseUntil;

    /**
     * Tells whether a collection is called for.
     *
     * @param known the pressure that garbage may be part of
     * @param expected the share of the heap that may be alive
     * @param now elapsed nanoseconds
     */
    boolean isDue(double known, double expected, long now) {
        pressed = known >= STEPS[0] || (pressed && known >= RELIEVED);
        boolean rising = stepOf(expected) > stepOf(known) && expected - known >= WORTH_A_LOOK;
        boolean rested = !asked || now - pauseUntil >= 0;
        return rested ? pressed || rising : rising && confirmed;
    }

    /**
     * Takes note of a collection.
     *
     * @param expected the share of the heap that was expected to be alive
     * @param found the share that is
     * @param started when it began, in elapsed nanoseconds
     * @param ended when it ended
     */
    void collected(double expected, double found, long started, long ended) {
        asked = true;
        confirmed = found >= expected - CONFIRMED;
        double pause = Math.max(MIN_PAUSE_NANOS, Math.min(MAX_PAUSE_NANOS, PAUSE_FACTOR * (ended - started)));
        pauseUntil = ended + (long) pause;
    }

    private static int stepOf(double pressure) {
        int step = 0;
        while (step < STEPS.length && pressure >= STEPS[step]) {
            step++;
        }
        return step;
    }
}
