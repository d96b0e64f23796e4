package dev.headroom.generator.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final int CELLS = 5000;

    private static void add(Totals totals, int cell, long number) {
        int at = totals.position(cell);
        for (int value = 0; value < Totals.VALUES; value++) {
            totals.values()[at + value] += number * (value - 2);
        }
    }

    private static Totals sample(int step) {
        Totals totals = new Totals();
        for (int cell = 0; cell < CELLS * step; cell += step) {
            add(totals, cell, cell * 1_000_003L + 1);
        }
        return totals;
    }

    private static byte[] bytes(Totals totals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        totals.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Totals read(byte[] bytes) throws IOException {
        return Totals.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void addUpInAnyOrder() throws IOException {
        Totals forward = new Totals();
        forward.add(sample(1));
        forward.add(sample(7));
        forward.add(sample(1_000));
        Totals backward = new Totals();
        backward.add(sample(1_000));
        backward.add(sample(7));
        backward.add(sample(1));
        assertThat(bytes(backward)).isEqualTo(bytes(forward));
        assertThat(forward.value(7_000, 3)).isEqualTo(2 * (7_000 * 1_000_003L + 1));
        assertThat(forward.value(3, 4)).isEqualTo(2 * (3 * 1_000_003L + 1));
        assertThat(forward.value(CELLS * 1_000 + 1, 0)).isZero();
    }

    @Test
    void whatIsTakenAwayWasNeverThere() throws IOException {
        Totals totals = sample(3);
        byte[] before = bytes(totals);
        totals.add(sample(11));
        totals.subtract(sample(11));
        assertThat(bytes(totals)).isEqualTo(before);
    }

    @Test
    void comeBackAsTheyWereWritten() throws IOException {
        Totals totals = sample(13);
        add(totals, Integer.MAX_VALUE, Long.MAX_VALUE / 3);
        Totals read = read(bytes(totals));
        assertThat(bytes(read)).isEqualTo(bytes(totals));
        assertThat(read.value(Integer.MAX_VALUE, 0)).isEqualTo(totals.value(Integer.MAX_VALUE, 0));
    }

    @Test
    void areEmptyOnceCleared() throws IOException {
        Totals totals = sample(1);
        totals.clear();
        assertThat(totals.size()).isZero();
        assertThat(totals.value(1, 0)).isZero();
        assertThat(bytes(totals)).isEqualTo(bytes(new Totals()));
    }

    @Test
    void damagedOnesAreRefused() throws IOException {
        byte[] bytes = bytes(sample(1));
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2))).isInstanceOf(EOFException.class);
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xFF);
        assertThatThrownBy(() -> read(endless)).isInstanceOf(StreamCorruptedException.class);
    }
}
