package dev.headroom.app.doctor;

import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.sink.SinkProvider;
import java.io.File;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** The formats that can be written, and the jars that were found beside the program's own. */
final class FormatExamination {
    private final SinkCatalogue sinks;

    FormatExamination(SinkCatalogue sinks) {
        this.sinks = sinks;
    }

    Section section() {
        Section section = new Section("Formats and plug-ins");
        for (SinkProvider provider : sinks.providers()) {
            section.line(
                    provider.format(),
                    provider.description() + "; "
                            + (provider.resumable() ? "resumable" : "cannot be resumed in place") + "; "
                            + origin(provider));
        }
        sinks.refused().forEach(section::warning);
        List<String> jars = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(file -> file.getParent() != null
                        && file.getParentFile().getName().equals("plugins"))
                .map(File::getPath)
                .toList();
        section.line("plugins/", jars.isEmpty() ? "no jars" : String.join(", ", jars));
        return section;
    }

    private static String origin(SinkProvider provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null ? provider.getClass().getName() : new File(location.getPath()).getName();
    }
}
