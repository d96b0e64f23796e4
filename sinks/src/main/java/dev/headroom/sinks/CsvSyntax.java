package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.stream.Collectors;

/** Comma-separated values, see {@link CsvSinkProvider}. */
final class CsvSyntax extends RowSyntax {
    private static final byte[] COMMA = {','};
    private static final byte[] LINE_END = {'\n'};

    CsvSyntax() {
        super(',');
    }

    @Override
    byte[] header(TableSchema schema) {
        // Headers have letters, digits, underscores and colons, so none needs quotes.
        return schema.columns().stream()
                .map(Column::header)
                .collect(Collectors.joining(",", "", "\n"))
                .getBytes(US_ASCII);
    }

    @Override
    byte[] lead(Column column, boolean first) {
        return first ? NOTHING : COMMA;
    }

    @Override
    byte[] rowEnd() {
        return LINE_END;
    }

    @Override
    byte[] absent() {
        return NOTHING;
    }

    @Override
    byte[] quote() {
        return NOTHING;
    }

    @Override
    int putText(byte[] text, int start, int end, byte[] target, int at) {
        int length = end - start;
        boolean plain = length > 0
                && (copyPlain(text, start, length, target, at) || !hasStructure(text, start, end))
                && text[start] != ' '
                && text[end - 1] != ' ';
        return plain ? at + length : putQuoted(text, start, end, target, at);
    }

    private static boolean hasStructure(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            byte b = text[i];
            if (b == '"' || b == ',' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static int putQuoted(byte[] text, int start, int end, byte[] target, int at) {
        int p = at;
        target[p++] = '"';
        for (int i = start; i < end; i++) {
            byte b = text[i];
            if (b == '"') {
                target[p++] = '"';
            }
            target[p++] = b;
        }
        target[p++] = '"';
        return p;
    }

    @Override
    int longest(int length) {
        return 2 * length + 2;
    }

    @Override
    int measure(byte[] text, int start, int end) {
        int length = end - start + 2;
        for (int i = start; i < end; i++) {
            if (text[i] == '"') {
                length++;
            }
        }
        return length;
    }
}
