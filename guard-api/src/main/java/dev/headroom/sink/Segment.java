package dev.headroom.sink;

/**
 * A part of what a sink has written.
 *
 * @param start where the segment starts: a file sink counts bytes, others what they like, as long as it never falls
 * @param end where it ends, exclusive; a sink can be reopened here
 * @param checksum CRC-32C of the segment's bytes, 0 for an empty one or where the sink has no bytes
 */
public record Segment(long start, long end, int checksum) {

    /** The segment's length. */
    public long length() {
        return end - start;
    }
}
