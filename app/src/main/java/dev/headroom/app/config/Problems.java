package dev.headroom.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one configuration, so that all of it can be told at once. */
final class Problems {
    private static final int MOST_TOLD = 100;

    private final String file;
    private final List<Placed> placed = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Adds a problem with what the file says at a position. */
    void add(Position position, String key, String message) {
        placed.add(new Placed(position, new Problem(file + ":" + position, key, message)));
    }

    /** Adds a problem with the value of an option; it is told after those of the file. */
    void addToOption(String option, String message) {
        placed.add(new Placed(new Position(Integer.MAX_VALUE, 1), new Problem(option, "", message)));
    }

    boolean isEmpty() {
        return placed.isEmpty();
    }

    void throwIfAny() throws ConfigurationException {
        if (placed.isEmpty()) {
            return;
        }
        List<Problem> told = new ArrayList<>(placed.stream()
                .sorted(Comparator.comparingInt((Placed one) -> one.position.line())
                        .thenComparingInt(one -> one.position.column()))
                .limit(MOST_TOLD)
                .map(Placed::problem)
                .toList());
        if (placed.size() > MOST_TOLD) {
            told.add(new Problem(
                    file, "", "has " + (placed.size() - MOST_TOLD) + " more problems; correct these first"));
        }
        throw new ConfigurationException(told);
    }

    private record Placed(Position position, Problem problem) {}
}
