/**
 * Tables, their columns, and the column batches in which records travel from a generator to a sink.
 *
 * <p>A {@link dev.headroom.table.TableSchema} names a table and its {@link dev.headroom.table.Column columns}. A
 * {@link dev.headroom.table.RecordBatch} holds rows of one table, a vector of primitive values for each column. A {@link
 * dev.headroom.table.RowCursor} reads a batch row by row.
 */
@NullMarked
package dev.headroom.table;

import org.jspecify.annotations.NullMarked;
