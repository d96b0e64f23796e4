package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.util.ArrayList;
import java.util.List;

/** The level of every completed range, as spans. Used by one thread at a time. */
final class LevelHistory {
    private final List<LevelSpan> spans;

    LevelHistory(List<LevelSpan> earlier) {
        this.spans = new ArrayList<>(earlier);
    }

    /** Adds the range that follows the last one. */
    void add(long range, DegradationLevel level) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).level() == level) {
            spans.set(last, new LevelSpan(spans.get(last).from(), range + 1, level));
        } else {
            spans.add(new LevelSpan(range, range + 1, level));
        }
    }

    List<LevelSpan> spans() {
        return List.copyOf(spans);
    }
}
