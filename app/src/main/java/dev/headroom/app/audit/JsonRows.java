package dev.headroom.app.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of JSON, an array of objects or an object in each line, all with the same fields. Numbers are taken as they are written. */
final class JsonRows implements RowSource {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final List<String> columns = new ArrayList<>();
    /** The first row, from which the columns are known; it is handed out first. */
    private final Row first = new Row(256);

    private boolean firstPending;
    private long rows;

    JsonRows(InputStream in) throws IOException {
        this.parser = JSON.createParser(in);
        firstPending = begin();
        if (firstPending) {
            first.clear();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                columns.add(parser.currentName());
                parser.nextToken();
                addValue(first);
            }
        }
    }

    /** Goes into the next object; false if there is none. */
    private boolean begin() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            token = parser.nextToken();
        }
        return token == JsonToken.START_OBJECT;
    }

    private void addValue(Row row) throws IOException {
        if (row.count == row.columns()) {
            throw new IOException("row " + (rows + 1) + " has more than " + row.columns() + " fields");
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            row.addNull();
        } else {
            byte[] value = parser.getText().getBytes(StandardCharsets.UTF_8);
            row.replace(row.count++, value, 0, value.length);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (firstPending) {
            firstPending = false;
            rows++;
            row.copy(first);
            return true;
        }
        if (!begin()) {
            return false;
        }
        row.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            addValue(row);
        }
        rows++;
        if (row.count != columns.size()) {
            throw new IOException("row " + rows + " has " + row.count + " fields, not " + columns.size());
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
