package dev.headroom.app.run;

import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The output formats that are there, by name. Immutable. */
public final class SinkCatalogue {
    /** The format that writes nothing. */
    public static final String NONE = "none";

    private static final Logger LOG = LoggerFactory.getLogger(SinkCatalogue.class);

    private final Map<String, SinkProvider> providers;
    private final List<String> refused;

    private SinkCatalogue(Map<String, SinkProvider> providers, List<String> refused) {
        this.providers = providers;
        this.refused = refused;
    }

    /** The providers that {@link ServiceLoader} finds; one that cannot be loaded is left out with a warning. */
    public static SinkCatalogue load() {
        List<SinkProvider> found = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        var candidates = ServiceLoader.load(SinkProvider.class).stream().iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    return of(found, refused);
                }
                found.add(candidates.next().get());
            } catch (ServiceConfigurationError e) {
                LOG.warn("A sink provider cannot be loaded: {}", e.getMessage());
                refused.add("a sink provider cannot be loaded: " + e.getMessage());
            }
        }
    }

    /** A catalogue of the given providers; of two for one format the class whose name comes first is taken, with a warning. */
    static SinkCatalogue of(List<SinkProvider> found) {
        return of(found, List.of());
    }

    private static SinkCatalogue of(List<SinkProvider> found, List<String> refused) {
        Map<String, SinkProvider> byFormat = new TreeMap<>();
        for (SinkProvider provider : found) {
            byFormat.merge(provider.format(), provider, SinkCatalogue::first);
        }
        return new SinkCatalogue(byFormat, List.copyOf(refused));
    }

    private static SinkProvider first(SinkProvider one, SinkProvider other) {
        SinkProvider taken = one.getClass().getName().compareTo(other.getClass().getName()) <= 0 ? one : other;
        LOG.warn(
                "Format {} is offered by {} and {}; taking {}",
                one.format(),
                one.getClass().getName(),
                other.getClass().getName(),
                taken.getClass().getName());
        return taken;
    }

    /** The names of the formats in alphabetical order, without {@link #NONE}. */
    public List<String> formats() {
        return List.copyOf(providers.keySet());
    }

    /** The providers of all formats, in alphabetical order of their names. */
    public List<SinkProvider> providers() {
        return List.copyOf(providers.values());
    }

    /** What was found and cannot be used, and why; empty where all can. */
    public List<String> refused() {
        return refused;
    }

    /** Whether a format can be written. */
    public boolean has(String format) {
        return format.equals(NONE) || providers.containsKey(format);
    }

    /**
     * The providers of formats; empty for {@link #NONE}.
     *
     * @throws RunRefusedException if a format is not there, or cannot be compressed as asked for
     */
    List<SinkProvider> providersOf(List<String> formats, Compression compression) throws RunRefusedException {
        List<SinkProvider> chosen = new ArrayList<>();
        for (String format : formats) {
            SinkProvider provider = providers.get(format);
            if (provider != null) {
                chosen.add(compressed(provider, compression));
            } else if (!format.equals(NONE)) {
                throw new RunRefusedException(
                        "unknown format '" + format + "'; there are " + String.join(", ", formats()) + " and " + NONE);
            }
        }
        return chosen;
    }

    private static SinkProvider compressed(SinkProvider provider, Compression compression) throws RunRefusedException {
        if (compression.equals(Compression.NONE)) {
            return provider;
        }
        try {
            return provider.compressed(compression)
                    .orElseThrow(() -> new RunRefusedException("format " + provider.format()
                            + " cannot be compressed; leave it out, or set output.compression to none"));
        } catch (IOException e) {
            throw new RunRefusedException(String.valueOf(e.getMessage()), e);
        }
    }
}
