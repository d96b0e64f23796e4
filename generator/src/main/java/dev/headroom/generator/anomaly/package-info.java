/**
 * Anomalies as overlays of clean journal entries, each with the label that names it.
 *
 * <p>Whether something is wrong with an entry, and what, is drawn from slots of the entry's key that the clean record does not use. At
 * half the rate, half of the anomalies are left, and they are the same ones. No anomaly changes how many entries there are, which
 * company, fiscal year and number an entry has, or what any other entry says.
 */
@NullMarked
package dev.headroom.generator.anomaly;

import org.jspecify.annotations.NullMarked;
