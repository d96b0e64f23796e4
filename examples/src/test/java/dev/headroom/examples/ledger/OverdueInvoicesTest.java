package dev.headroom.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Ledger;
import dev.headroom.probe.ProbeProvider;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, and that of the guide, is compiled and run with the jars of the generator and of the API that it needs; no jspecify, and on
 * the class path no slf4j.
 */
class OverdueInvoicesTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/headroom/examples/ledger/OverdueInvoices.java");
    private static final String OUTPUT = "2000 entries, \\d+ payments, \\d+ overdue invoices\n(.+, [A-Z]{2}\n)+";
    private static final Pattern CODE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    private String jars;

    @BeforeEach
    void theJars() throws URISyntaxException {
        jars = location(Ledger.class) + File.pathSeparator + location(ProbeProvider.class);
    }

    /** What the API needs on the module path, which is not ours to name in the build. */
    private static String slf4j() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.contains("slf4j-api"))
                .findFirst()
                .orElseThrow();
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void asTheClassPathHasIt() throws Exception {
        compile(List.of("-cp", jars, SOURCE.toString()));
        assertThat(java("-cp", jars + File.pathSeparator + directory, "dev.headroom.examples.ledger.OverdueInvoices"))
                .matches(OUTPUT);
    }

    @Test
    void asModules() throws Exception {
        Path descriptor = Files.writeString(directory.resolve("module-info.java"), """
                module program {
                    requires dev.headroom.generator;
                    opens dev.headroom.examples.ledger to dev.headroom.generator;
                }
                """);
        // The API's module logs, and so requires it.
        String modules = jars + File.pathSeparator + slf4j();
        compile(List.of("-p", modules, SOURCE.toString(), descriptor.toString()));
        assertThat(java(
                        "-p",
                        modules + File.pathSeparator + directory,
                        "-m",
                        "program/dev.headroom.examples.ledger.OverdueInvoices"))
                .matches(OUTPUT);
    }

    /** The guide's, as it is there and as the guide runs it. */
    @Test
    void asTheGuideHasIt() throws Exception {
        List<String> shown = CODE.matcher(Files.readString(Path.of("../docs/library.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(shown).hasSize(1);
        Path source = Files.writeString(directory.resolve("FirstLedger.java"), shown.get(0));
        assertThat(java("-cp", jars, source.toString()))
                .matches("1000 entries, the first with \\d+ lines\n\\d+ payments, the first to .+, [A-Z]{2}\n");
    }

    private void compile(List<String> options) {
        List<String> all = new ArrayList<>(List.of("--release", "17", "-d", directory.toString(), "-proc:none"));
        all.addAll(options);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(javac.run(System.out, System.err, all.toArray(String[]::new)))
                .isZero();
    }

    private static String java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
