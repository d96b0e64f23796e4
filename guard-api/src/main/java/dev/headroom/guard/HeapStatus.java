package dev.headroom.guard;

import java.util.OptionalLong;

/**
 * What is known of the JVM's own memory at one moment. Immutable. Bytes.
 *
 * @param used what the heap holds, garbage included
 * @param committed what the JVM has asked of the system for the heap
 * @param max the most that the heap may become; empty if there is no bound
 * @param live the least that the heap held after a collection in the last 30 s; 0 before the first collection
 * @param afterLatestCollection what the heap held after the latest collection, with the garbage it left behind; 0 before the first
 * @param nonHeap what classes, compiled code and the like take
 * @param direct what direct buffers take
 * @param collections how many collections there were
 */
public record HeapStatus(
        long used,
        long committed,
        OptionalLong max,
        long live,
        long afterLatestCollection,
        long nonHeap,
        long direct,
        long collections) {
    /** Before the first reading. */
    static final HeapStatus UNKNOWN = new HeapStatus(0, 0, OptionalLong.empty(), 0, 0, 0, 0, 0);
}
