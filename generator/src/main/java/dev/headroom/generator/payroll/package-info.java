/** Payroll: what people earn each month, and how it is posted, paid out and remitted. */
@NullMarked
package dev.headroom.generator.payroll;

import org.jspecify.annotations.NullMarked;
