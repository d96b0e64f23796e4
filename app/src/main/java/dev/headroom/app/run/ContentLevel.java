package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides at which level a range is written while the resources are at theirs. Safe for use by many threads. */
@FunctionalInterface
interface ContentLevel {
    /** A run degrades with its resources. */
    ContentLevel OF_THE_RESOURCES = (range, resources) -> resources;

    /** A repair writes at Normal or not at all. */
    ContentLevel NORMAL_OR_NONE =
            (range, resources) -> resources == DegradationLevel.NORMAL ? DegradationLevel.NORMAL : null;

    /**
     * The level of a range's content.
     *
     * @param resources the level in force, better than Emergency
     * @return null if the range cannot be written now
     */
    @Nullable
    DegradationLevel of(long range, DegradationLevel resources);

    /** A replay writes each range at its recorded level, and ranges of which nothing is recorded at Normal. */
    static ContentLevel recorded(List<LevelSpan> spans) {
        List<LevelSpan> recorded = List.copyOf(spans);
        return (range, resources) -> {
            for (LevelSpan span : recorded) {
                if (range >= span.from() && range < span.to()) {
                    return span.level();
                }
            }
            return DegradationLevel.NORMAL;
        };
    }
}
