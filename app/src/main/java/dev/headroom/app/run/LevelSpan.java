package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.headroom.degrade.DegradationLevel;

/**
 * Consecutive ranges that were written at one level.
 *
 * @param from first range
 * @param to range after the last
 * @param level their level
 */
@JsonPropertyOrder({"from", "to", "level"})
public record LevelSpan(long from, long to, DegradationLevel level) {}
