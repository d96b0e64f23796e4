package dev.headroom.guard.testkit;

import dev.headroom.sink.SinkProvider;
import org.junit.jupiter.api.Nested;

/** The contract holds for a sink that is plainly right, also through the wrapper that fails later than that. */
class SinkContractTest {
    private abstract static class Unregistered extends SinkContract {
        @Override
        protected boolean registered() {
            return false;
        }
    }

    @Nested
    class Plain extends Unregistered {
        @Override
        protected SinkProvider provider() {
            return new LineSinkProvider();
        }
    }

    @Nested
    class Wrapped extends Unregistered {
        @Override
        protected SinkProvider provider() {
            return FaultySinks.failing(new LineSinkProvider(), FaultySinks.Operation.WRITE, Integer.MAX_VALUE);
        }
    }
}
