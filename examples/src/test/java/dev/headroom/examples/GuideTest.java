package dev.headroom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the examples are. */
class GuideTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void codeInTheGuideIsThatOfTheExamples() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(GuideTest::read)
                    .collect(Collectors.joining("\n"));
        }
        List<String> shown = CODE.matcher(read(Path.of("../docs/spi.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
