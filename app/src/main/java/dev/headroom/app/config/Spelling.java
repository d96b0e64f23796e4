package dev.headroom.app.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
    private Spelling() {}

    /**
     * Returns the closest of some words, where one is close enough to be meant.
     *
     * @param written what was written
     * @param known what could have been meant; of equally close ones the first is taken
     * @return the word, or nothing where none is close
     */
    public static Optional<String> closest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT).replace('-', '_');
        String best = null;
        // About one mistake in three letters; more is another word. Nobody misspells that long a word.
        int bestDistance = lower.length() > 100 ? 0 : 2 + lower.length() / 4;
        for (String word : known) {
            String candidate = word.toLowerCase(Locale.ROOT).replace('-', '_');
            int distance = distance(lower, candidate);
            if (distance < bestDistance && distance < Math.max(lower.length(), candidate.length())) {
                bestDistance = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, replacements, and swaps of neighbours that turn one word into the other. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
