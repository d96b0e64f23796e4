/** The order of all business cases, and the numbers of their entries. */
@NullMarked
package dev.headroom.generator.sequence;

import org.jspecify.annotations.NullMarked;
