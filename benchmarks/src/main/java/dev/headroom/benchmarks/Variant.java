package dev.headroom.benchmarks;

/**
 * One of the things that are compared.
 *
 * @param name what it is called
 * @param work makes data once, and tells how much
 * @param cleanUp removes what the work has left; not measured
 */
record Variant(String name, Work work, CleanUp cleanUp) {
    /** A variant that leaves nothing. */
    Variant(String name, Work work) {
        this(name, work, () -> {});
    }

    /** The work of a variant. */
    @FunctionalInterface
    interface Work {
        Volume run() throws Exception;
    }

    /** What comes after the work. */
    @FunctionalInterface
    interface CleanUp {
        void run() throws Exception;
    }
}
