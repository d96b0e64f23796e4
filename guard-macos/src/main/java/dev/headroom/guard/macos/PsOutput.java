package dev.headroom.guard.macos;

/** What {@code ps -o rss= -p PID} prints: one line with the resident set in units of 1024 bytes. */
final class PsOutput {
    /** The answer where the output is not what it should be. */
    static final long UNREADABLE = -1;

    private static final int MAX_DIGITS = 15;
    private static final long KB = 1024;

    private PsOutput() {}

    /** The resident set in bytes. A number that no line end follows may lack digits, so it does not count. */
    static long residentBytes(String output) {
        String line = output.strip();
        if (!output.endsWith("\n") || line.isEmpty() || line.length() > MAX_DIGITS) {
            return UNREADABLE;
        }
        long kilobytes = 0;
        for (int i = 0; i < line.length(); i++) {
            char digit = line.charAt(i);
            if (digit < '0' || digit > '9') {
                return UNREADABLE;
            }
            kilobytes = kilobytes * 10 + (digit - '0');
        }
        // No process that lives takes nothing.
        return kilobytes == 0 ? UNREADABLE : kilobytes * KB;
    }
}
