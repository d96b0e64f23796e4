package dev.headroom.degrade;

import java.util.List;

/** A configuration tells everything that is wrong with it at once. */
final class Problems {
    private Problems() {}

    static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
