package dev.headroom.app.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Rows of comma-separated values. An empty field is absent; an empty text is in quotes. */
final class CsvRows implements RowSource {
    private static final int BUFFER_BYTES = 256 << 10;
    /** A field whose closing quote is lost goes on until the end of the file. */
    private static final int MOST_ROW_BYTES = 16 << 20;

    private static final int MOST_COLUMNS = 256;
    private static final int INCOMPLETE = -1;

    private final InputStream in;
    private final List<String> columns;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long rows;

    CsvRows(InputStream in) throws IOException {
        this.in = in;
        Row header = new Row(MOST_COLUMNS);
        if (!read(header)) {
            throw new IOException("it has no first line");
        }
        String[] names = new String[header.count];
        for (int i = 0; i < names.length; i++) {
            names[i] = header.text(i);
        }
        this.columns = List.of(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (!read(row)) {
            return false;
        }
        rows++;
        if (row.count != columns.size()) {
            throw new IOException("row " + rows + " has " + row.count + " fields, not " + columns.size());
        }
        return true;
    }

    private boolean read(Row row) throws IOException {
        while (true) {
            row.clear();
            row.bytes = buffer;
            int end = split(row);
            if (end != INCOMPLETE) {
                position = end;
                return true;
            }
            if (!fill()) {
                if (position < limit) {
                    throw new IOException("row " + (rows + 1) + " does not end");
                }
                return false;
            }
        }
    }

    /** Finds the fields of the row that begins here; where the next begins, or {@link #INCOMPLETE} if more has to be read. */
    private int split(Row row) throws IOException {
        byte[] bytes = buffer;
        int at = position;
        while (at < limit) {
            if (row.count == row.columns()) {
                throw new IOException("row " + (rows + 1) + " has more than " + row.columns() + " fields");
            }
            if (bytes[at] == '"') {
                at = quoted(row, at + 1);
            } else {
                int start = at;
                while (at < limit && bytes[at] != ',' && bytes[at] != '\n') {
                    at++;
                }
                if (at == start) {
                    row.addNull();
                } else {
                    row.add(start, at);
                }
            }
            if (at >= limit) {
                return INCOMPLETE;
            }
            if (bytes[at++] == '\n') {
                return at;
            }
        }
        return INCOMPLETE;
    }

    /** Adds the field that begins after a quote; what follows its closing quote, or the limit if it is not complete. */
    private int quoted(Row row, int start) throws IOException {
        boolean escaped = false;
        for (int at = start; at + 1 < limit; at++) {
            if (buffer[at] != '"') {
                continue;
            }
            byte after = buffer[at + 1];
            if (after == '"') {
                escaped = true;
                at++;
            } else if (after == ',' || after == '\n') {
                if (escaped) {
                    row.addUnescaped(start, at);
                } else {
                    row.add(start, at);
                }
                return at + 1;
            } else {
                throw new IOException("row " + (rows + 1) + " has a field that goes on after its closing quote");
            }
        }
        return limit;
    }

    /** Reads on, and keeps what was not taken; false at the end of the file. */
    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == MOST_ROW_BYTES) {
            throw new IOException("row " + (rows + 1) + " is longer than " + MOST_ROW_BYTES + " bytes");
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read > 0) {
            limit += read;
        }
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
