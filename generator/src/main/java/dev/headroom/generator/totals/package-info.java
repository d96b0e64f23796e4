/**
 * Sums over a ledger: of its entries by company, period and account, of its stocks by material, of what is open in foreign currency. They add
 * up in any order, so ranges, shards and repairs can be put together.
 */
@NullMarked
package dev.headroom.generator.totals;

import org.jspecify.annotations.NullMarked;
