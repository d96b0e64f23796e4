/** Purchases: orders, receipts, invoices and payments, with the entries that they post. */
@NullMarked
package dev.headroom.generator.procurement;

import org.jspecify.annotations.NullMarked;
