package dev.headroom.sink;

/**
 * How a sink compresses what it writes.
 *
 * @param method what files are compressed with
 * @param level how much effort it takes, from 1 to {@link Method#highestLevel}: higher levels take more time and less space; 0 for
 *     {@link Method#NONE}
 */
public record Compression(Method method, int level) {
    /** Files as they are. */
    public static final Compression NONE = new Compression(Method.NONE, 0);

    /** What files are compressed with. */
    public enum Method {
        /** Nothing. */
        NONE("", 0, 0),
        /** The gzip format (RFC 1952) with Deflate. */
        GZIP(".gz", 6, 9),
        /** The Zstandard format (RFC 8878). */
        ZSTD(".zst", 3, 19);

        private final String fileExtension;
        private final int defaultLevel;
        private final int highestLevel;

        Method(String fileExtension, int defaultLevel, int highestLevel) {
            this.fileExtension = fileExtension;
            this.defaultLevel = defaultLevel;
            this.highestLevel = highestLevel;
        }

        /** What a file's name ends with, such as {@code .gz}; empty for {@link #NONE}. */
        public String fileExtension() {
            return fileExtension;
        }

        /** The level that is used where none is asked for. */
        public int defaultLevel() {
            return defaultLevel;
        }

        /** The highest level. */
        public int highestLevel() {
            return highestLevel;
        }
    }

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if the method does not have the level
     */
    public Compression {
        if (level < Math.min(1, method.highestLevel()) || level > method.highestLevel()) {
            throw new IllegalArgumentException(method + " has no level " + level);
        }
    }
}
