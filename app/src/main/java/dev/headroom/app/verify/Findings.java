package dev.headroom.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found, by file; of each file the first few violations are kept, and all are counted. Safe for use by many threads. */
final class Findings {
    private static final int MOST_KEPT = 10;

    private static final class OfFile {
        private final List<String> kept = new ArrayList<>();
        private long violations;
    }

    private final Map<String, OfFile> files = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();

    synchronized void violation(String file, String what) {
        OfFile found = files.computeIfAbsent(file, name -> new OfFile());
        found.violations++;
        if (found.violations <= MOST_KEPT) {
            found.kept.add(what);
        }
    }

    /** Keeps what is worth saying of a file and is no violation. */
    synchronized void note(String file, String what) {
        notes.put(file, what);
    }

    synchronized long violations(String file) {
        OfFile found = files.get(file);
        return found == null ? 0 : found.violations;
    }

    synchronized List<String> violations() {
        List<String> all = new ArrayList<>();
        files.forEach((file, found) -> {
            found.kept.forEach(what -> all.add(file + ": " + what));
            if (found.violations > MOST_KEPT) {
                all.add(file + ": and " + (found.violations - MOST_KEPT) + " more");
            }
        });
        return all;
    }

    synchronized List<String> notes() {
        return notes.entrySet().stream()
                .map(note -> note.getKey() + ": " + note.getValue())
                .toList();
    }
}
