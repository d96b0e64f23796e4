/**
 * Proves the rules of accounting on the files of a run, and audits its journal: statistics, the tests of auditors, and one for each kind of
 * anomaly. Tables are read through cursors that can undo what labels name; sums are kept in primitive maps, and joins are sorted on disk
 * where memory ends. Nothing here uses what the generator computes: of the generator only the catalogue of tables is known, and the
 * configuration that statistics are held against.
 */
@NullMarked
package dev.headroom.app.audit;

import org.jspecify.annotations.NullMarked;
