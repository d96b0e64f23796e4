/** Journal entries: their assembly, the cases that consist of one entry or two, and the table. */
@NullMarked
package dev.headroom.generator.ledger;

import org.jspecify.annotations.NullMarked;
