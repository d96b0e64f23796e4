package dev.headroom.app;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each module shows to others. A package that appears here is a promise to keep. */
class ModuleDescriptorsTest {

    @ParameterizedTest
    @CsvSource({
        "guard-api, dev.headroom.guard.api, dev.headroom.probe dev.headroom.guard dev.headroom.degrade"
                + " dev.headroom.table dev.headroom.sink",
        "guard-testkit, dev.headroom.guard.testkit, dev.headroom.guard.testkit",
        "guard-linux, dev.headroom.guard.linux, ''",
        "guard-macos, dev.headroom.guard.macos, ''",
        "guard-windows, dev.headroom.guard.windows, ''",
        "guard-micrometer, dev.headroom.guard.micrometer, dev.headroom.guard.micrometer",
        "generator, dev.headroom.generator, dev.headroom.generator",
        "sinks, dev.headroom.sinks, dev.headroom.sinks",
        "app, dev.headroom.app, ''",
    })
    void exportsArePinned(String module, String name, String exports) throws IOException {
        ModuleDescriptor descriptor = descriptor(module);

        assertThat(descriptor.name()).isEqualTo(name);
        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.exports())
                .as("no export to chosen friends")
                .noneMatch(Exports::isQualified)
                .extracting(Exports::source)
                .containsExactlyInAnyOrderElementsOf(exports.isEmpty() ? Set.of() : Set.of(exports.split(" ", -1)));
    }

    @Test
    void theInterfacesNeedLoggingAndAnnotationsAlone() throws IOException {
        assertThat(descriptor("guard-api").requires())
                .filteredOn(needed ->
                        !needed.name().startsWith("java.") && !needed.name().startsWith("jdk."))
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("org.slf4j", "org.jspecify");
    }

    /** A platform needs the interfaces, and OSHI and JNA where they do the reading. */
    @ParameterizedTest
    @CsvSource({
        "guard-linux, ''",
        "guard-macos, com.github.oshi",
        "guard-windows, com.github.oshi com.sun.jna",
    })
    void platformsNeedLittle(String module, String others) throws IOException {
        Set<String> expected = new HashSet<>(Set.of("dev.headroom.guard.api", "org.jspecify"));
        expected.addAll(others.isEmpty() ? Set.of() : Set.of(others.split(" ", -1)));

        assertThat(descriptor(module).requires())
                .extracting(ModuleDescriptor.Requires::name)
                .filteredOn(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Contract tests are run by JUnit, which looks into no module that is not open to it. */
    @Test
    void theTestKitIsOpenToJUnit() throws IOException {
        assertThat(descriptor("guard-testkit").opens())
                .extracting(ModuleDescriptor.Opens::source, ModuleDescriptor.Opens::targets)
                .containsExactly(tuple("dev.headroom.guard.testkit", Set.of("org.junit.platform.commons")));
    }

    /** Providers are found on the module path and on the class path alike. */
    @ParameterizedTest
    @ValueSource(strings = {"guard-linux", "guard-macos", "guard-windows", "sinks"})
    void providersAreTheSameOnBothPaths(String module) throws IOException {
        Map<String, Set<String>> onModulePath = descriptor(module).provides().stream()
                .collect(toMap(Provides::service, provided -> new HashSet<>(provided.providers())));

        assertThat(onModulePath).isNotEmpty();
        assertThat(servicesOnClassPath(module)).isEqualTo(onModulePath);
    }

    private static Map<String, Set<String>> servicesOnClassPath(String module) throws IOException {
        Map<String, Set<String>> services = new HashMap<>();
        Path directory = CompiledModules.of(module).resolve("META-INF/services");
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                services.put(
                        file.getFileName().toString(),
                        Arrays.stream(Files.readString(file).split("\n", -1))
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                                .collect(toSet()));
            }
        }
        return services;
    }

    private static ModuleDescriptor descriptor(String module) throws IOException {
        try (InputStream compiled =
                Files.newInputStream(CompiledModules.of(module).resolve("module-info.class"))) {
            return ModuleDescriptor.read(compiled);
        }
    }
}
