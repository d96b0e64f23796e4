package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that guard themselves under each collector of HotSpot, as each leaves garbage, and gives memory back, in a way of its own. */
@Tag("guard")
@Tag("cgroup")
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class CollectorTest {
    private static final long MB = 1L << 20;

    @AutoClose
    private final ControlGroups groups = new ControlGroups();

    private Child child(String collector, int heapMb, long limitMb, String... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("-Xms" + heapMb + "m", "-Xmx" + heapMb + "m", "-XX:+Use" + collector, "-Dtest.dwell=1000"));
        options.addAll(List.of(more));
        Path group = groups.make("memory", collector);
        ControlGroups.write(group, "memory.limit_in_bytes", limitMb * MB);
        return new Child(options, group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1GC", "ParallelGC", "SerialGC", "ZGC"})
    void heavyChurnOverALiveSetOfAFifthNeverDegrades(String collector) throws IOException {
        try (Child child = child(collector, 160, 400)) {
            child.ask("hold 32");
            child.ask("worst");
            long end = System.nanoTime() + 1_500_000_000L;
            while (System.nanoTime() < end) {
                child.ask("churn 256");
            }

            assertThat(child.ask("worst")).isEqualTo("NORMAL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1GC", "ParallelGC", "SerialGC", "ZGC"})
    void aHeapThatFillsUpIsForeseenAndForgottenOnceItIsEmptied(String collector) throws IOException {
        // The parallel collector may have grown its survivor spaces, and then runs out of memory hardly above the
        // level's threshold.
        try (Child child = child(collector, 128, 500, "-XX:-UseAdaptiveSizePolicy")) {
            child.ask("churn 200");

            assertThat(child.ask("leak 256 40")).containsPattern("MINIMAL|EMERGENCY");
            child.ask("drop");
            long dropped = System.nanoTime();
            assertThat(child.ask("await-level NORMAL")).isEqualTo("NORMAL");
            // At most three dwells of 1 s, and the pause between two collections.
            assertThat(System.nanoTime() - dropped).isLessThan(15_000_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1GC", "ParallelGC", "SerialGC", "ZGC"})
    void aLeakOfDirectBuffersDegradesWhileTheHeapIsFlat(String collector) throws IOException {
        try (Child child = child(collector, 64, 250, "-XX:MaxDirectMemorySize=1g")) {
            String[] outcome = child.ask("direct 600").split(" ", -1);

            assertThat(Integer.parseInt(outcome[0])).isLessThan(250);
            assertThat(outcome[1]).isIn("MINIMAL", "EMERGENCY");
            assertThat(Integer.parseInt(outcome[2])).isLessThan(20);
        }
    }
}
