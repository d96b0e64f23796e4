/**
 * Master data as functions of an index: made when asked for, never stored as a whole. Shared by all threads.
 */
@NullMarked
package dev.headroom.generator.master;

import org.jspecify.annotations.NullMarked;
