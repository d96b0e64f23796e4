package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of a key while rows go by, as labels are in the order of their rows. A few labels are looked at ahead, so that those
 * whose rows are not there are told and do not stand in the way. Used by one thread.
 */
final class LabelWindow implements Closeable {
    private static final int AHEAD = 1024;
    private static final int SLOTS = 4 * AHEAD;

    private final LabelSpill.Reader reader;
    private final Consumer<Label> lost;
    private final @Nullable Label[] labels = new Label[AHEAD];
    private final short[] slots = new short[SLOTS];
    private int head;
    private int count;
    private @Nullable Label pending;

    /**
     * Makes a window.
     *
     * @param lost is given each label whose row does not come, or comes too early
     */
    LabelWindow(LabelSpill.Reader reader, Consumer<Label> lost) throws IOException {
        this.reader = reader;
        this.lost = lost;
        this.pending = reader.next();
        fill();
    }

    private void fill() throws IOException {
        int kept = 0;
        for (int i = head; i < count; i++) {
            labels[kept++] = labels[i];
        }
        head = 0;
        count = kept;
        while (count < AHEAD && pending != null) {
            labels[count++] = pending;
            pending = reader.next();
        }
        Arrays.fill(labels, count, AHEAD, null);
        Arrays.fill(slots, (short) 0);
        for (int i = 0; i < count; i++) {
            put(i);
        }
    }

    private static int slot(long key) {
        return (int) (key >>> 40) & (SLOTS - 1);
    }

    private void put(int index) {
        long key = key(index);
        int slot = slot(key);
        while (slots[slot] != 0) {
            if (key(slots[slot] - 1) == key) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        slots[slot] = (short) (index + 1);
    }

    private long key(int index) {
        Label label = labels[index];
        return label == null ? 0 : label.key();
    }

    /** Adds the labels of a key to a list. */
    void take(long key, List<Label> to) throws IOException {
        int slot = slot(key);
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (key(index) == key) {
                if (index >= head) {
                    takeFrom(index, key, to);
                }
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    /** Whether labels of a key are near. */
    boolean expects(long key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            if (key(slots[slot] - 1) == key) {
                return true;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return false;
    }

    private void takeFrom(int index, long key, List<Label> to) throws IOException {
        for (; head < index; head++) {
            tell(labels[head]);
        }
        while (head < count && key(head) == key) {
            Label label = labels[head++];
            if (label != null) {
                to.add(label);
            }
            if (head == count) {
                fill();
            }
        }
        if (head > AHEAD / 2) {
            fill();
        }
    }

    private void tell(@Nullable Label label) {
        if (label != null) {
            lost.accept(label);
        }
    }

    /** Tells of the labels that are left. */
    void end() throws IOException {
        while (head < count) {
            for (; head < count; head++) {
                tell(labels[head]);
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
