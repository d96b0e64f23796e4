/**
 * Days, months and years of a ledger: which days are business days where, and which period a day belongs to. Days are counted from
 * 1970-01-01, in ints.
 */
@NullMarked
package dev.headroom.generator.calendar;

import org.jspecify.annotations.NullMarked;
