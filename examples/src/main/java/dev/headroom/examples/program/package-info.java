/** A program that guards itself. */
@NullMarked
package dev.headroom.examples.program;

import org.jspecify.annotations.NullMarked;
