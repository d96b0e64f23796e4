/**
 * The ledger as a graph: records are nodes, and what relates them are edges. It is written from complete rows and entries, so that it says
 * what they say. Edges lead to master records and to nodes of the same case only.
 */
@NullMarked
package dev.headroom.generator.graph;

import org.jspecify.annotations.NullMarked;
