/**
 * Random numbers that are functions of where they are used: a key for a stream's index, a draw for a key's named slot.
 */
@NullMarked
package dev.headroom.generator.random;

import org.jspecify.annotations.NullMarked;
