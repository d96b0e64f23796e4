package dev.headroom.app.config;

/** Shows foreign text in a message: on one line, without control characters, not too long. */
final class Quoting {
    private static final int LONGEST = 60;

    private Quoting() {}

    static String shorten(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(point -> shown.appendCodePoint(Character.isISOControl(point) ? '\uFFFD' : point));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.toString();
    }
}
