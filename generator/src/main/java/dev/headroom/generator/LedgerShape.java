package dev.headroom.generator;

import java.util.List;

/**
 * How many units of each kind a ledger has: what is counted to make it, so that a ledger whose shape is known is made at once. Depends on
 * the configuration and the algorithm version alone. Opaque; a checkpoint keeps it.
 *
 * @param units number of units of each kind
 */
public record LedgerShape(List<Long> units) {
    /** A shape that was kept. */
    public LedgerShape {
        units = List.copyOf(units);
    }
}
