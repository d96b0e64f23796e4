/**
 * Sinks for CSV, JSON arrays and newline-delimited JSON.
 *
 * <p>Rows are encoded a column at a time: a {@code RowEncoder} lays out a strip of scratch bytes for each of a few dozen rows, lets
 * one {@code ColumnEncoder} after the other append its cells to all strips, and copies the strips to the caller's buffer. What
 * a format looks like is a {@code RowSyntax}; a {@code FileSink} appends the bytes of any syntax to a file.
 */
@NullMarked
package dev.headroom.sinks;

import org.jspecify.annotations.NullMarked;
