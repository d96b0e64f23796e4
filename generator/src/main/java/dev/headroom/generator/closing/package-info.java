/** The end of a ledger, made of its totals: trial balances, and the entries that need them. */
@NullMarked
package dev.headroom.generator.closing;

import org.jspecify.annotations.NullMarked;
