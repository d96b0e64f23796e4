/** Batches of a worker's tables, handed on when they are full. */
@NullMarked
package dev.headroom.generator.output;

import org.jspecify.annotations.NullMarked;
