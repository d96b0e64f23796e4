package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code headroom doctor} says in a real control group, of a heap that does not fit, and of an output in memory. */
@Tag("guard")
class DoctorIT {
    private static final long MB = 1 << 20;

    @Test
    @Tag("cgroup")
    void aControlGroupsLimitAndAHeapThatDoesNotFitItAreTold() throws Exception {
        Cgroup group = Cgroup.make("headroom-doctor");
        try {
            group.setLimit(300 * MB);
            PackagedHeadroom.Outcome outcome = new PackagedHeadroom(Map.of("HEADROOM_OPTS", "-Xmx4g"))
                    .startedBy(group.starter())
                    .run("doctor")
                    .exitsWith(0);
            assertThat(outcome.out())
                    .containsPattern("limit +300 MB, cgroup v[12] .*headroom-doctor")
                    .containsPattern("cgroup v[12] .*headroom-doctor.*: 300 MB, [0-9]+ MB used")
                    .containsPattern("! WARNING +the heap may grow to .*HEADROOM_OPTS=-Xmx1[0-9][0-9]m would fit");
        } finally {
            group.remove();
        }
    }

    @Test
    void anOutputInMemoryIsWarnedOf() throws Exception {
        Assumptions.assumeTrue(Path.of("/dev/shm").toFile().isDirectory(), "there is no /dev/shm");
        PackagedHeadroom.Outcome outcome = new PackagedHeadroom()
                .run("doctor", "--demo", "--output", "/dev/shm/headroom-doctor")
                .exitsWith(0);
        assertThat(outcome.out()).contains("tmpfs, in memory").contains("the output directory lives in memory");
        assertThat(outcome.err()).isEmpty();
        assertThat(Path.of("/dev/shm/headroom-doctor")).doesNotExist();
    }
}
