/** A sink, found in a jar of its own. */
@NullMarked
package dev.headroom.examples.sink;

import org.jspecify.annotations.NullMarked;
