package dev.headroom.app.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of comma-separated values: the header names the columns, and each record has a field for each. */
final class CsvRecords implements Records {
    private static final int LONGEST_HEADER = 1 << 16;

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final @Nullable String expectedHeader;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private int columns;
    private boolean inHeader;
    private State state = State.FIELD_START;
    private int fields;
    private boolean atRecordStart = true;
    private long count;
    private long offset;

    CsvRecords(@Nullable List<String> columns) {
        this.expectedHeader = columns == null ? null : String.join(",", columns);
        this.columns = columns == null ? -1 : columns.size();
    }

    @Override
    public void begin(boolean first, boolean empty) {
        inHeader = first;
        header.reset();
        state = State.FIELD_START;
        fields = 1;
        atRecordStart = true;
        count = 0;
        offset = 0;
    }

    @Override
    public void accept(byte[] bytes, int start, int end) throws DamageException {
        int at = start;
        if (inHeader) {
            at = header(bytes, start, end);
        }
        State now = state;
        int i = at;
        for (; i < end; i++) {
            byte b = bytes[i];
            if (now == State.QUOTED) {
                if (b == '"') {
                    now = State.QUOTE_IN_QUOTED;
                }
            } else if (b == ',') {
                fields++;
                now = State.FIELD_START;
            } else if (b == '\n') {
                endRecord(offset + i - start);
                now = State.FIELD_START;
                continue;
            } else if (b == '"') {
                if (now == State.PLAIN) {
                    throw new DamagedRecordException(
                            "a quote within a field that does not begin with one", offset + i - start);
                }
                now = State.QUOTED;
            } else if (now == State.QUOTE_IN_QUOTED || b == '\r') {
                throw new DamagedRecordException(
                        b == '\r' ? "a carriage return outside quotes" : "a field goes on after its closing quote",
                        offset + i - start);
            } else {
                now = State.PLAIN;
            }
            atRecordStart = false;
        }
        state = now;
        offset += end - start;
    }

    private int header(byte[] bytes, int start, int end) throws DamageException {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                inHeader = false;
                String found = header.toString(StandardCharsets.UTF_8);
                if (expectedHeader != null && !expectedHeader.equals(found)) {
                    throw new DamagedRecordException("the first line does not name the table's columns", 0);
                }
                if (columns < 0) {
                    columns = found.split(",", -1).length;
                }
                return i + 1;
            }
            if (header.size() == LONGEST_HEADER) {
                throw new DamagedRecordException("the first line does not end", 0);
            }
            header.write(bytes[i]);
        }
        return end;
    }

    private void endRecord(long at) throws DamageException {
        if (columns >= 0 && fields != columns) {
            throw new DamagedRecordException("a record has " + fields + " fields, not " + columns, at);
        }
        fields = 1;
        atRecordStart = true;
        count++;
    }

    @Override
    public void end() throws DamageException {
        if (inHeader || !atRecordStart) {
            throw new DamagedRecordException("the range ends within a record", offset);
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public String footer(boolean empty) {
        return "";
    }
}
