package dev.headroom.sinks;

/**
 * Numbers as decimal digits.
 *
 * <p>Eight digits are made at once by dividing in lanes of one long, without a loop or a branch, so that the length of a number,
 * which varies at random from row to row, costs no mispredicted jump.
 */
final class Digits {
    /** The most bytes of a number: 19 digits, a sign and a point. */
    static final int BOUND = 21;

    private static final long ASCII_ZEROS = Words.repeat('0');
    private static final long TEN_TO_8 = 100_000_000L;
    private static final long TEN_TO_16 = 10_000_000_000_000_000L;
    private static final char[] PAIRS = new char[100];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (char) (('0' + i / 10) | ('0' + i % 10) << 8);
        }
    }

    private Digits() {}

    /** The two ASCII digits of a value of 0 to 99, the first in the low byte. */
    static long pair(int value) {
        return PAIRS[value];
    }

    /** The eight digits of a value below 10^8 as numbers 0 to 9, the first in the lowest byte. */
    private static long eight(long value) {
        long thousands = (value * 3_518_437_209L) >>> 45; // value / 10,000
        long fours = thousands | (value - thousands * 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000_007F_0000_007FL; // each of 2 lanes / 100
        long twos = hundreds | (fours - hundreds * 100) << 16;
        long tens = ((twos * 103) >>> 10) & 0x000F_000F_000F_000FL; // each of 4 lanes / 10
        return tens | (twos - tens * 10) << 8;
    }

    /**
     * Writes a decimal with all digits of its scale and at least one before the point.
     *
     * @param unscaled the value × 10^scale
     * @param scale 0 to 9
     * @return the position behind the number
     */
    static int put(byte[] target, int at, long unscaled, int scale) {
        long sign = unscaled >> 63;
        long magnitude = (unscaled ^ sign) - sign; // unsigned: the least long has no positive counterpart
        target[at] = '-';
        int start = at - (int) sign;
        if (magnitude >= 0 && magnitude < TEN_TO_8 && scale < 8) {
            long digits = eight(magnitude);
            int zeros = Long.numberOfTrailingZeros(digits | 1L << ((7 - scale) << 3)) >>> 3;
            long text = digits | ASCII_ZEROS;
            Words.put(target, start, text >>> (zeros << 3));
            return putFraction(target, start + 8 - scale - zeros, text, scale);
        }
        if (magnitude >= 0 && magnitude < TEN_TO_16 && scale < 8) {
            long high = magnitude / TEN_TO_8;
            long digits = eight(high);
            int zeros = Long.numberOfTrailingZeros(digits | 1L << 56) >>> 3;
            Words.put(target, start, (digits | ASCII_ZEROS) >>> (zeros << 3));
            long text = eight(magnitude - high * TEN_TO_8) | ASCII_ZEROS;
            Words.put(target, start + 8 - zeros, text);
            return putFraction(target, start + 16 - zeros - scale, text, scale);
        }
        return putLong(target, start, magnitude, scale);
    }

    /** Writes the point and the last digits of eight. */
    private static int putFraction(byte[] target, int point, long eightDigits, int scale) {
        if (scale == 0) {
            return point;
        }
        long digitBeforeAndFraction = eightDigits >>> ((7 - scale) << 3);
        Words.put(target, point, (digitBeforeAndFraction & ~0xFFL) | '.');
        return point + 1 + scale;
    }

    /** Writes any number: all 24 digits first, then without the zeros in front, then with a point. */
    private static int putLong(byte[] target, int at, long magnitude, int scale) {
        long high = Long.divideUnsigned(magnitude, TEN_TO_16);
        long low = magnitude - high * TEN_TO_16;
        Words.put(target, at, eight(high) | ASCII_ZEROS);
        Words.put(target, at + 8, eight(low / TEN_TO_8) | ASCII_ZEROS);
        Words.put(target, at + 16, eight(low % TEN_TO_8) | ASCII_ZEROS);
        int first = at;
        int lastBeforePoint = at + 23 - scale;
        while (first < lastBeforePoint && target[first] == '0') {
            first++;
        }
        int digits = at + 24 - first;
        System.arraycopy(target, first, target, at, digits);
        int end = at + digits;
        if (scale == 0) {
            return end;
        }
        System.arraycopy(target, end - scale, target, end - scale + 1, scale);
        target[end - scale] = '.';
        return end + 1;
    }
}
