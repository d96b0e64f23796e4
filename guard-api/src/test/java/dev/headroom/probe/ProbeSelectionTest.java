package dev.headroom.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class ProbeSelectionTest {
    /** A provider without probes. */
    private record Named(String name, int priority, Availability availability) implements ProbeProvider {}

    private static ProbeProvider works(String name, int priority) {
        return new Named(name, priority, Availability.available("it works"));
    }

    private static List<String> described(ProbeSelection selection) {
        return selection.candidates().stream().map(Candidate::describe).toList();
    }

    @Test
    void theJdkIsAlwaysThere() {
        ProbeSelection selection = ProbeSelection.of(List.of());

        assertThat(selection.provider().name()).isEqualTo("jdk");
        assertThat(described(selection))
                .containsExactly("jdk (priority 0): taken, works everywhere, knows neither resident memory nor the load"
                        + " of the machine");
    }

    @Test
    void everyCandidateIsListedWithItsReason() {
        ProbeSelection selection = ProbeSelection.of(List.of(
                new Named("windows", 100, Availability.notApplicable("it is made for Windows")),
                works("linux", 100),
                new Named("broken", 500, Availability.broken("no such file")),
                works("custom", 1000)));

        assertThat(selection.provider().name()).isEqualTo("custom");
        assertThat(described(selection))
                .containsExactly(
                        "custom (priority 1000): taken, it works",
                        "linux (priority 100): outranked, it works; custom goes first",
                        "jdk (priority 0): outranked, works everywhere, knows neither resident memory nor the load of"
                                + " the machine; custom goes first",
                        "windows (priority 100): not applicable, it is made for Windows",
                        "broken (priority 500): refused, no such file");
    }

    @Test
    void equalPrioritiesGoByName() {
        assertThat(ProbeSelection.of(List.of(works("b", 7), works("a", 7)))
                        .provider()
                        .name())
                .isEqualTo("a");
    }

    @Test
    void theJdkComesLastWhateverOthersClaim() {
        assertThat(ProbeSelection.of(List.of(works("humble", -5))).provider().name())
                .isEqualTo("humble");
    }

    @Test
    void aProviderThatThrowsIsRefusedWithItsReason() {
        ProbeProvider throwing = new ProbeProvider() {
            @Override
            public String name() {
                return "throwing";
            }

            @Override
            public int priority() {
                return 9;
            }

            @Override
            public Availability availability() {
                throw new IllegalStateException("out of order");
            }
        };

        assertThat(described(ProbeSelection.of(List.of(throwing))))
                .contains("throwing (priority 9): refused, it threw java.lang.IllegalStateException: out of order");
    }

    @Test
    void aProviderThatCannotEvenBeMadeIsRefusedAndTheNextOneFound() {
        Iterable<ProbeProvider> loader = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < 2;
            }

            @Override
            public ProbeProvider next() {
                next++;
                if (next == 1) {
                    throw new ServiceConfigurationError("it", new IllegalStateException("no constructor"));
                }
                return works("good", 5);
            }
        };

        ProbeSelection selection = ProbeSelection.of(loader);

        assertThat(selection.provider().name()).isEqualTo("good");
        assertThat(described(selection))
                .contains("a registered provider (priority 0): refused,"
                        + " java.lang.IllegalStateException: no constructor");
    }

    /** A class that its provider needs is missing, or made for a later Java. */
    @Test
    void aProviderThatCannotBeLinkedIsRefusedAndTheNextOneFound() {
        Iterator<ProbeProvider> found = List.of(works("good", 5)).iterator();
        Iterable<ProbeProvider> loader = () -> new Iterator<>() {
            private boolean failed;

            @Override
            public boolean hasNext() {
                if (!failed) {
                    failed = true;
                    throw new NoClassDefFoundError("other/Library");
                }
                return found.hasNext();
            }

            @Override
            public ProbeProvider next() {
                return found.next();
            }
        };

        ProbeSelection selection = ProbeSelection.of(loader);

        assertThat(selection.provider().name()).isEqualTo("good");
        assertThat(described(selection))
                .contains("a registered provider (priority 0): refused, java.lang.NoClassDefFoundError: other/Library");
    }

    @Test
    void aLoaderThatFailsForEverIsLeft() {
        Iterable<ProbeProvider> loader = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new ServiceConfigurationError("broken for ever");
            }

            @Override
            public ProbeProvider next() {
                throw new AssertionError();
            }
        };

        assertThat(ProbeSelection.of(loader).provider().name()).isEqualTo("jdk");
    }

    @Test
    void whereAProviderHasNoProbeTheNextOneIsAsked() {
        ProbeSelection selection = ProbeSelection.of(List.of(works("empty", 1000)));

        try (MemoryProbe memory = selection.openMemoryProbe();
                DiskProbe disk = selection.openDiskProbe(Path.of(""));
                CpuProbe cpu = selection.openCpuProbe()) {
            assertThat(memory).isInstanceOf(JdkMemoryProbe.class);
            assertThat(disk).isInstanceOf(UsableSpaceProbe.class);
            assertThat(cpu).isInstanceOf(JdkCpuProbe.class);
        }
    }
}
