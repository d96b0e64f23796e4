package dev.headroom.app.audit;

/**
 * What a standard test has found.
 *
 * @param test which
 * @param found how much
 * @param of of how many entries or lines
 */
public record JournalTestResult(JournalTest test, long found, long of) {}
