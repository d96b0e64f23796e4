package dev.headroom.guard.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.MemorySource;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.probe.Availability;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.junit.jupiter.api.Tag("guard")
class ResourceGuardMetricsTest {
    private static final long GB = 1L << 30;

    @TempDir
    Path temp;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private volatile long workingSet = GB;
    private ResourceGuard guard = new ResourceGuard(ResourceGuardConfig.defaults());

    /** Memory as the test says, everything else as the JDK does. */
    private final class ScriptedProbes implements ProbeProvider {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public int priority() {
            return PRIORITY_CUSTOM;
        }

        @Override
        public Availability availability() {
            return Availability.available("for a test");
        }

        @Override
        public MemoryProbe openMemoryProbe() {
            return new MemoryProbe() {
                @Override
                public void readFast(MemoryReading into) {
                    into.resident().set(workingSet + 1);
                    into.workingSet().set(workingSet);
                }

                @Override
                public void readDetailed(MemoryReading into) {
                    readFast(into);
                }

                @Override
                public String source() {
                    return "the test";
                }

                @Override
                public void close() {}
            };
        }
    }

    private void bind(Tag... tags) {
        // Much larger than the test's own heap, so that the working set alone decides.
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withMemory(
                        MemoryGuardConfig.defaults().withHardLimit(1000 * GB).withSource(MemorySource.RSS))
                .withOutputPath(temp);
        guard = new ResourceGuard(config, ProbeSelection.of(List.of(new ScriptedProbes())), TimeSource.system())
                .withCpuMonitoring();
        new ResourceGuardMetrics(guard, List.of(tags)).bindTo(registry);
    }

    @AfterEach
    void close() {
        guard.close();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void beforeTheFirstSampleEverythingIsUnknown() {
        bind();
        for (String name : List.of(
                "headroom.memory.usage",
                "headroom.memory.limit",
                "headroom.memory.pressure",
                "headroom.memory.growth",
                "headroom.heap.max",
                "headroom.disk.available",
                "headroom.cpu.load",
                "headroom.exhaustion",
                "headroom.snapshot.age")) {
            assertThat(gauge(name)).as(name).isNaN();
        }
        assertThat(gauge("headroom.level")).isZero();
        assertThat(registry.get("headroom.samples").functionCounter().count()).isZero();
    }

    @Test
    void metersShowWhatTheLastSampleFound() {
        bind();
        guard.checkAll();
        assertThat(gauge("headroom.memory.usage")).isEqualTo(GB + 1);
        assertThat(gauge("headroom.memory.resident")).isEqualTo(GB + 1);
        assertThat(gauge("headroom.memory.limit")).isEqualTo(1000.0 * GB);
        assertThat(gauge("headroom.memory.pressure")).isBetween(0.0, 0.01);
        assertThat(gauge("headroom.disk.available")).isPositive();
        assertThat(gauge("headroom.disk.reserved")).isZero();
        assertThat(gauge("headroom.snapshot.age")).isBetween(0.0, 60.0);
        assertThat(registry.get("headroom.disk.available")
                        .tag("path", temp.toString())
                        .gauges())
                .hasSize(1);
        assertThat(registry.get("headroom.samples").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void decisionsAreCountedByTheLevelTheyLeadTo() {
        bind();
        guard.checkAll();
        workingSet = 900 * GB;
        guard.checkAll();
        assertThat(gauge("headroom.level")).isEqualTo(2);
        assertThat(gauge("headroom.level.decided")).isEqualTo(2);
        assertThat(registry.get("headroom.decisions")
                        .tag("to", "minimal")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("headroom.decisions")
                        .tag("to", "reduced")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void aGuardThatIsClosedKeepsItsLastFigures() {
        bind();
        guard.checkAll();
        guard.close();
        assertThat(gauge("headroom.memory.usage")).isEqualTo(GB + 1);
    }

    @Test
    void everyMeterHasItsTagsADescriptionAndAUnitOrNone() {
        bind(Tag.of("guard", "a"));
        List<Meter> meters = registry.getMeters();
        assertThat(meters).hasSizeGreaterThan(20).allSatisfy(meter -> {
            assertThat(meter.getId().getName()).startsWith("headroom.");
            assertThat(meter.getId().getTag("guard")).isEqualTo("a");
            assertThat(meter.getId().getDescription()).isNotBlank();
            assertThat(meter.getId().getBaseUnit()).isIn(null, "bytes", "bytes_per_second", "seconds", "ratio");
        });
    }
}
