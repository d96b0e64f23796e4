package dev.headroom.app.audit;

import java.io.IOException;

/** What is done with each row of a table. */
@FunctionalInterface
interface RowHandler {
    void row() throws IOException;
}
