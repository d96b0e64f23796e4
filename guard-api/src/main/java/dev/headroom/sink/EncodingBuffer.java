package dev.headroom.sink;

import java.util.Arrays;

/**
 * A byte array that is filled from the front. Made for encoders: they take the {@linkplain #array array}, write behind {@link #size},
 * and set the new size.
 *
 * <p>The capacity is what the owner meant it to hold; {@link #ensure} lets a row that is longer have more. Not safe for use by several
 * threads at a time.
 */
public final class EncodingBuffer {
    private final int capacity;
    private byte[] array;
    private int size;

    /**
     * Makes an empty buffer.
     *
     * @param capacity bytes, at least 1
     */
    public EncodingBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is below 1");
        }
        this.capacity = capacity;
        this.array = new byte[capacity];
    }

    /** The number of bytes that the buffer was made for. */
    public int capacity() {
        return capacity;
    }

    /** The number of bytes that it holds on the heap: its capacity, or more after a long row. */
    public int allocated() {
        return array.length;
    }

    /** The array; its length is at least the capacity. Replaced by {@link #ensure}. */
    public byte[] array() {
        return array;
    }

    /** The number of bytes in use. */
    public int size() {
        return size;
    }

    /** Sets the number of bytes in use, 0 to the array's length. */
    public void setSize(int bytes) {
        size = bytes;
    }

    /** The number of bytes that can be added within the capacity; 0 if it is exceeded. */
    public int remaining() {
        return Math.max(0, capacity - size);
    }

    /**
     * Makes room for further bytes beyond those in use and returns the array, a new one if it had to grow.
     *
     * @param bytes 0 or more
     */
    public byte[] ensure(int bytes) {
        if (array.length - size < bytes) {
            array = Arrays.copyOf(array, Math.max(Math.addExact(size, bytes), array.length + (array.length >> 1)));
        }
        return array;
    }

    /** Adds bytes. */
    public void append(byte[] source, int start, int end) {
        int length = end - start;
        byte[] target = ensure(length);
        System.arraycopy(source, start, target, size, length);
        size += length;
    }

    /** Empties the buffer, and gives back what a long row made it take beyond its capacity. */
    public void clear() {
        size = 0;
        if (array.length > capacity) {
            array = new byte[capacity];
        }
    }
}
