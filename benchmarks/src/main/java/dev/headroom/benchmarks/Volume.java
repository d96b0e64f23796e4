package dev.headroom.benchmarks;

/**
 * What one repetition of a variant has made.
 *
 * @param journalLines rows of the journal
 * @param rows rows of all tables
 * @param bytes bytes of all files
 */
record Volume(long journalLines, long rows, long bytes) {}
