package dev.headroom.app.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of JSON: objects of scalars, with the table's columns in their order. A range of an array is made an array of its own, so
 * that a damaged one does not stand in the way of the next.
 */
final class JsonRecords implements Records {
    private static final JsonFactory JSON = new JsonFactory();

    /** What stands for the elements before a range, since its data begin with a separator. */
    private static final byte[] EARLIER = "[0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] START = "[".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END = "]".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable List<String> columns;
    private final boolean array;
    private JsonParser parser = parser();
    private long prefix;
    private boolean arrayBegun;
    private boolean arrayOpen;
    private boolean inRecord;
    private int field;
    private long count;
    private long lines;

    JsonRecords(@Nullable List<String> columns, boolean array) {
        this.columns = columns;
        this.array = array;
    }

    private static JsonParser parser() {
        try {
            return JSON.createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new UncheckedIOException("a parser without input cannot fail", e);
        }
    }

    @Override
    public void begin(boolean first, boolean empty) {
        parser = parser();
        arrayBegun = false;
        arrayOpen = false;
        inRecord = false;
        count = 0;
        lines = 0;
        prefix = 0;
        if (array && !first) {
            byte[] before = empty ? START : EARLIER;
            prefix = before.length;
            try {
                feed(before, 0, before.length);
            } catch (DamageException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void accept(byte[] bytes, int start, int end) throws DamageException {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        feed(bytes, start, end);
    }

    private void feed(byte[] bytes, int start, int end) throws DamageException {
        try {
            ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, start, end);
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.NOT_AVAILABLE;
                    token = parser.nextToken()) {
                take(token);
            }
        } catch (JsonProcessingException e) {
            throw damage("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw damage("not JSON: " + e.getMessage());
        }
    }

    private DamagedRecordException damage(String message) {
        return new DamagedRecordException(
                message, Math.max(0, parser.currentLocation().getByteOffset() - prefix));
    }

    private void take(JsonToken token) throws IOException, DamageException {
        switch (token) {
            case START_OBJECT -> {
                if (inRecord) {
                    throw damage("a value is not a scalar");
                }
                if (array && !arrayOpen) {
                    throw damage("a record outside the array");
                }
                inRecord = true;
                field = 0;
            }
            case FIELD_NAME -> {
                if (columns != null
                        && (field >= columns.size() || !columns.get(field).equals(parser.currentName()))) {
                    throw damage("the fields of a record are not the table's columns");
                }
                field++;
            }
            case END_OBJECT -> {
                if (columns != null && field != columns.size()) {
                    throw damage("a record has " + field + " fields, not " + columns.size());
                }
                inRecord = false;
                count++;
            }
            case START_ARRAY -> {
                if (inRecord || !array || arrayBegun) {
                    throw damage("an array that does not belong here");
                }
                arrayBegun = true;
                arrayOpen = true;
            }
            case END_ARRAY -> arrayOpen = false;
            default -> {
                boolean standIn = prefix == EARLIER.length && count == 0 && token == JsonToken.VALUE_NUMBER_INT;
                if (!inRecord && !standIn) {
                    throw damage("a value that is no record");
                }
            }
        }
    }

    @Override
    public void end() throws DamageException {
        if (array) {
            feed(END, 0, END.length);
        } else if (lines != count) {
            throw damage("there are " + lines + " lines and " + count + " records");
        }
        parser.getNonBlockingInputFeeder().endOfInput();
        try {
            if (parser.nextToken() != null || inRecord) {
                throw damage("the range ends within a record");
            }
        } catch (IOException e) {
            throw damage("the range ends within a record");
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public String footer(boolean empty) {
        if (!array) {
            return "";
        }
        return empty ? "]\n" : "\n]\n";
    }
}
