package dev.headroom.app.cli;

import dev.headroom.sink.SinkProvider;
import java.util.List;
import java.util.ServiceLoader;

/** The names of the output formats that are there. */
final class Formats {
    private Formats() {}

    static List<String> available() {
        return ServiceLoader.load(SinkProvider.class).stream()
                .map(provider -> provider.get().format())
                .sorted()
                .distinct()
                .toList();
    }
}
