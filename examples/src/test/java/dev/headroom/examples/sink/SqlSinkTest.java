package dev.headroom.examples.sink;

import dev.headroom.guard.testkit.SinkContract;
import dev.headroom.sink.SinkProvider;

/** The whole test of a sink: what is asked of every sink. */
class SqlSinkTest extends SinkContract {
    @Override
    protected SinkProvider provider() {
        return new SqlSinkProvider();
    }

    @Override
    protected boolean hasHeader() {
        return true;
    }
}
