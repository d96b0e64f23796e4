package dev.headroom.app.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a label says of one value, or of a duplicate row.
 *
 * @param row row of the label in its own file
 * @param key hash of the key of the row that it is about, and of the occurrence where labels have one
 * @param line line number that it is about; 0 for all
 * @param column column that was altered; below zero for a duplicate row
 * @param original the clean value, null if there was none
 * @param modified the value in the table, null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Label(long row, long key, int line, int column, byte @Nullable [] original, byte @Nullable [] modified) {}
