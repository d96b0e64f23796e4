package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;

/** One JSON object for each row, see {@link NdjsonSinkProvider} and {@link JsonSinkProvider}. */
final class JsonSyntax extends RowSyntax {
    private static final byte[] QUOTE = {'"'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] OBJECT_END = {'}'};
    private static final byte[] LINE_END = {'}', '\n'};
    private static final byte[] ARRAY_START = {'['};
    private static final byte[] ARRAY_END = {'\n', ']', '\n'};
    private static final byte[] EMPTY_ARRAY_END = {']', '\n'};
    private static final byte[] COMMA = {','};

    /** For each ASCII character what follows the backslash: 0 if it stands for itself, u if it is written as a number. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        for (int control = 0; control < ' '; control++) {
            ESCAPES[control] = 'u';
        }
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
    }

    private final boolean array;

    private JsonSyntax(boolean array) {
        super('\\');
        this.array = array;
    }

    /** An object in each line. */
    static JsonSyntax lines() {
        return new JsonSyntax(false);
    }

    /** An array of objects, each in a line of its own. */
    static JsonSyntax array() {
        return new JsonSyntax(true);
    }

    @Override
    byte[] header(TableSchema schema) {
        return array ? ARRAY_START : NOTHING;
    }

    @Override
    byte[] separator() {
        return array ? COMMA : NOTHING;
    }

    @Override
    byte[] footer(boolean empty) {
        if (!array) {
            return NOTHING;
        }
        return empty ? EMPTY_ARRAY_END : ARRAY_END;
    }

    @Override
    byte[] lead(Column column, boolean first) {
        // Column names are lower snake_case, so none needs an escape.
        String start = array ? ",\n{\"" : "{\"";
        return ((first ? start : ",\"") + column.name() + "\":").getBytes(US_ASCII);
    }

    @Override
    byte[] rowEnd() {
        return array ? OBJECT_END : LINE_END;
    }

    @Override
    byte[] absent() {
        return NULL;
    }

    @Override
    byte[] quote() {
        return QUOTE;
    }

    @Override
    int putText(byte[] text, int start, int end, byte[] target, int at) {
        int length = end - start;
        target[at] = '"';
        int p = at + 1;
        if (copyPlain(text, start, length, target, p)) {
            p += length;
        } else {
            p = putEscaped(text, start, end, target, p);
        }
        target[p] = '"';
        return p + 1;
    }

    private static byte escape(byte b) {
        return b < 0 ? 0 : ESCAPES[b];
    }

    private static int putEscaped(byte[] text, int start, int end, byte[] target, int at) {
        int p = at;
        for (int i = start; i < end; i++) {
            byte b = text[i];
            byte escape = escape(b);
            if (escape == 0) {
                target[p++] = b;
            } else {
                target[p++] = '\\';
                target[p++] = escape;
                if (escape == 'u') {
                    target[p++] = '0';
                    target[p++] = '0';
                    target[p++] = (byte) ('0' + (b >> 4));
                    target[p++] = (byte) Character.forDigit(b & 15, 16);
                }
            }
        }
        return p;
    }

    @Override
    int longest(int length) {
        return 6 * length + 2;
    }

    @Override
    int measure(byte[] text, int start, int end) {
        int length = end - start + 2;
        for (int i = start; i < end; i++) {
            byte escape = escape(text[i]);
            if (escape != 0) {
                length += escape == 'u' ? 5 : 1;
            }
        }
        return length;
    }
}
