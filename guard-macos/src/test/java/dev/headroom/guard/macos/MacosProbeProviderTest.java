package dev.headroom.guard.macos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.Availability;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.ProbeSelection;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the provider answers in JVMs that believe to be on Mac OS X, and what it loads to find an answer. */
@Tag("guard")
@EnabledOnOs(OS.LINUX)
class MacosProbeProviderTest {
    @Test
    void elsewhereItDoesNotApply() {
        Availability availability = new MacosProbeProvider().availability();

        assertThat(availability.status()).isEqualTo(Availability.Status.NOT_APPLICABLE);
        assertThat(availability.reason()).startsWith("it is made for ").endsWith("and this is Linux");
    }

    @Test
    void elsewhereItLoadsNeitherOshiNorJna() throws Exception {
        assertThat(selection(classPath(true), "-Xlog:class+load"))
                .contains("macos (priority 100): not applicable")
                .doesNotContain("oshi.")
                .doesNotContain("com.sun.jna.");
    }

    @Test
    void withoutOshiItTakesPsAndTop() throws Exception {
        assertThat(selection(classPath(false), "-Dos.name=Mac OS X"))
                .contains("macos (priority 100): taken, ps and top every few seconds, as OSHI cannot be used"
                        + " (java.lang.NoClassDefFoundError: oshi/");
    }

    /** JNA looks for the libraries of macOS then, and finds none. */
    @Test
    void withAnOshiThatFailsItTakesPsAndTop() throws Exception {
        assertThat(selection(classPath(true), "-Dos.name=Mac OS X"))
                .contains("macos (priority 100): taken, ps and top every few seconds, as OSHI cannot be used (");
    }

    @Test
    void withOshiItTakesOshi() {
        MacosProbeProvider provider = new MacosProbeProvider("Mac OS X", Path.of("/absent/ps"), Path.of("/absent/top"));

        // OSHI can read this machine, whatever it is.
        assertThat(provider.availability().status()).isEqualTo(Availability.Status.AVAILABLE);
        assertThat(provider.openMemoryProbe()).isInstanceOf(OshiMemoryProbe.class);
        assertThat(provider.openCpuProbe()).isInstanceOf(OshiCpuProbe.class);
    }

    /** The candidates of a selection in a JVM of its own; nothing is thrown there. */
    private static String selection(String classPath, String... jvmOptions) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(jvmOptions));
        command.addAll(List.of("-Xshare:auto", "-cp", classPath, Selection.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("jdk (priority 0)").doesNotContain("\tat ");
        return printed;
    }

    private static String classPath(boolean withOshi) throws URISyntaxException {
        Stream<String> own = Stream.of(
                        location(ProbeProvider.class),
                        location(MacosProbeProvider.class),
                        location(MacosProbeProvider.class).resolveSibling("test-classes"))
                .map(Path::toString);
        Stream<String> others = Stream.of(
                        System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
                .filter(path ->
                        path.contains("slf4j") || (withOshi && (path.contains("oshi") || path.contains("jna"))));
        return Stream.concat(own, others).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Prints what became of each provider. */
    static final class Selection {
        private Selection() {}

        public static void main(String[] arguments) {
            ProbeSelection.load().candidates().forEach(candidate -> System.out.println(candidate.describe()));
        }
    }
}
