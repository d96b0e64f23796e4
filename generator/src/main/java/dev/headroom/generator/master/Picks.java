package dev.headroom.generator.master;

import dev.headroom.generator.random.Draw;
import java.util.List;

/** Consecutive draws of one slot, for texts that are composed of many parts. Belongs to one thread. */
final class Picks {
    private final long key;
    private int next;

    Picks(long key, int slot) {
        this.key = Draw.bits(key, slot);
    }

    int below(int bound) {
        return Draw.below(key, next++, bound);
    }

    /** From 0 to below 1. */
    double uniform() {
        return Draw.uniform(key, next++);
    }

    String pick(List<String> words) {
        return words.get(below(words.size()));
    }

    /** Random digits, the first one not 0. */
    String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) (i == 0 ? '1' + below(9) : '0' + below(10)));
        }
        return text.toString();
    }

    /** A pattern with a random digit for each {@code #} and a random upper-case letter for each {@code @}. */
    String pattern(String pattern) {
        StringBuilder text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            text.append(c == '#' ? (char) ('0' + below(10)) : c == '@' ? (char) ('A' + below(26)) : c);
        }
        return text.toString();
    }
}
