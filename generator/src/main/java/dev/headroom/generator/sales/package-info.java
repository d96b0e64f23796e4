/** Sales: orders, deliveries, invoices, credit memos and receipts, with the entries that they post. */
@NullMarked
package dev.headroom.generator.sales;

import org.jspecify.annotations.NullMarked;
