package dev.headroom.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build leaves the classes of each module, seen from this one. */
final class CompiledModules {

    private CompiledModules() {}

    static Path of(String module) {
        return Path.of("..", module, "target", "classes");
    }

    static List<Path> all() {
        return Stream.of(
                        "guard-api",
                        "guard-testkit",
                        "guard-linux",
                        "guard-macos",
                        "guard-windows",
                        "guard-micrometer",
                        "generator",
                        "sinks",
                        "app")
                .map(CompiledModules::of)
                .toList();
    }
}
