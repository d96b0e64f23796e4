/**
 * Data-quality issues as overlays of clean rows, each with the label that names it.
 *
 * <p>What is wrong with a row is drawn from the row's own key, so that it depends neither on batches nor on other rows. Key columns stay
 * as they are, and a column that all rows of a group share is altered in all of them or in none. A duplicate follows its original.
 *
 * <p>How labels are undone: drop the rows that a label of a duplicate names, and in all others put the label's original value back. A
 * label names its row by table, key and occurrence, as {@link dev.headroom.generator.quality.QualityLabels} states.
 */
@NullMarked
package dev.headroom.generator.quality;

import org.jspecify.annotations.NullMarked;
