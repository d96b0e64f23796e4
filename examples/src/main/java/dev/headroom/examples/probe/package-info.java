/** A probe, found in a jar of its own. */
@NullMarked
package dev.headroom.examples.probe;

import org.jspecify.annotations.NullMarked;
