/** What the documents of purchases and sales have in common: ids, references, dates, prices, tax and payment. */
@NullMarked
package dev.headroom.generator.document;

import org.jspecify.annotations.NullMarked;
