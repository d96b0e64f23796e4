package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Reads the rows of a file one after the other. Used by one thread. */
interface RowSource extends Closeable {
    /** What the file calls its columns, in order; empty for a file of JSON without rows. */
    List<String> columns();

    /** Fills a row with the next one's fields; false after the last. What it was filled with before is gone. */
    boolean next(Row row) throws IOException;
}
