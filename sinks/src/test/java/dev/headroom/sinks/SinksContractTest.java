package dev.headroom.sinks;

import dev.headroom.guard.testkit.SinkContract;
import dev.headroom.sink.SinkProvider;
import org.junit.jupiter.api.Nested;

class SinksContractTest {
    @Nested
    class Csv extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new CsvSinkProvider();
        }

        @Override
        protected boolean hasHeader() {
            return true;
        }
    }

    @Nested
    class Json extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new JsonSinkProvider();
        }
    }

    @Nested
    class Ndjson extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new NdjsonSinkProvider();
        }
    }
}
