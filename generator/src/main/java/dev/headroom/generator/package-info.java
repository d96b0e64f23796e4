/**
 * The ledger as a pure function: {@code (configuration, range of business cases, fidelity) -> batches}.
 */
@NullMarked
package dev.headroom.generator;

import org.jspecify.annotations.NullMarked;
