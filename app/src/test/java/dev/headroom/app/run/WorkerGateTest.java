package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.TimeSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerGateTest {
    @Test
    void whatWasAskedForFirstIsNotForgotten() throws Exception {
        List<String> done = new ArrayList<>();
        WorkerGate gate = new WorkerGate(1, TimeSource.system());
        gate.whenAllAreHeld(() -> done.add("checkpoint"));
        gate.whenAllAreHeld(() -> done.add("flush"));

        gate.hold(0);
        gate.hold(0);

        assertThat(done).containsExactly("checkpoint", "flush");
    }
}
