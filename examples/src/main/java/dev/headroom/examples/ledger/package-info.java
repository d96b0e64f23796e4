/** Accounting data for a test, with the jars of the generator alone. */
@NullMarked
package dev.headroom.examples.ledger;

import org.jspecify.annotations.NullMarked;
