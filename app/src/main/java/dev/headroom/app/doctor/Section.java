package dev.headroom.app.doctor;

import java.util.ArrayList;
import java.util.List;

/** A part of the report: lines of a label and what is to be told of it, and warnings. Used by one thread. */
final class Section {
    private static final int LABEL_WIDTH = 14;

    private final String title;
    private final List<String> lines = new ArrayList<>();
    private int warnings;

    Section(String title) {
        this.title = title;
    }

    /** Adds a line; an empty label goes on with the one before. */
    Section line(String label, String text) {
        lines.add("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + text);
        return this;
    }

    /** Adds a warning, which stands out. */
    Section warning(String text) {
        lines.add("! WARNING" + " ".repeat(LABEL_WIDTH - "WARNING".length()) + text);
        warnings++;
        return this;
    }

    int warnings() {
        return warnings;
    }

    List<String> lines() {
        List<String> all = new ArrayList<>();
        all.add(title);
        all.addAll(lines);
        return all;
    }
}
