package dev.headroom.benchmarks;

/**
 * One of the things that are compared.
 *
 * @param name what it is called
 * @param work makes data once, and tells how much
 */
record Variant(String name, Work work) {
    /** The work of a variant. */
    @FunctionalInterface
    interface Work {
        Volume run() throws Exception;
    }
}
