package dev.headroom.app.doctor;

import dev.headroom.app.run.PlugIns;
import dev.headroom.sink.SinkProvider;
import java.io.File;
import java.util.List;

/** The formats that can be written, and the jars that were found beside the program's own. */
final class FormatExamination {
    private final List<SinkProvider> providers;
    private final List<String> refused;

    /** An examination of providers, and of messages about those that could not be made. */
    FormatExamination(List<SinkProvider> providers, List<String> refused) {
        this.providers = providers;
        this.refused = refused;
    }

    /** What there is, with a warning of each format that is asked for and costs a run something. */
    Section of(List<String> formats) {
        Section section = new Section("Formats and plug-ins");
        for (SinkProvider provider : providers) {
            section.line(
                    provider.format(),
                    provider.description() + "; "
                            + (provider.resumable() ? "resumable" : "cannot be resumed in place") + "; "
                            + origin(provider));
        }
        for (SinkProvider provider : providers) {
            if (formats.contains(provider.format()) && !provider.resumable()) {
                section.warning(
                        "format " + provider.format() + " can only be written from its beginning: a run that writes"
                                + " it and stops has to be generated anew, and cannot be repaired");
            }
        }
        refused.forEach(section::warning);
        List<String> jars = PlugIns.jars();
        section.line("plug-ins", jars.isEmpty() ? "no jars in " + PlugIns.directory() : String.join(", ", jars));
        return section;
    }

    private static String origin(SinkProvider provider) {
        return new File(PlugIns.locationOf(provider.getClass())).getName();
    }
}
