package dev.headroom.app.doctor;

import dev.headroom.app.run.PlugIns;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.sink.SinkProvider;
import java.io.File;
import java.util.List;

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
        List<String> jars = PlugIns.jars();
        section.line("plug-ins", jars.isEmpty() ? "no jars in " + PlugIns.directory() : String.join(", ", jars));
        return section;
    }

    private static String origin(SinkProvider provider) {
        return new File(PlugIns.locationOf(provider.getClass())).getName();
    }
}
