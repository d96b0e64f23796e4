package dev.headroom.app.run;

import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The output formats that are there, by name. Immutable. */
public final class SinkCatalogue {
    /** The format that writes nothing. */
    public static final String NONE = "none";

    private static final Logger LOG = LoggerFactory.getLogger(SinkCatalogue.class);
    /** A loader that fails without moving on must not be asked for ever. */
    private static final int MAX_LOADER_FAILURES = 100;

    private final Map<String, List<SinkProvider>> providers;
    private final List<String> refused;

    private SinkCatalogue(Map<String, List<SinkProvider>> providers, List<String> refused) {
        this.providers = providers;
        this.refused = refused;
    }

    /** The formats of this program and its plug-ins. Warns, when it is asked for the first time, of those that cannot be used. */
    public static SinkCatalogue installed() {
        return Installed.CATALOGUE;
    }

    /** Made by whoever asks first: what is on the class path does not change while the program runs. */
    private static final class Installed {
        static final SinkCatalogue CATALOGUE = load();

        private static SinkCatalogue load() {
            List<String> refused = PlugIns.unreadable();
            SinkCatalogue catalogue =
                    from(ServiceLoader.load(SinkProvider.class).stream().iterator(), refused);
            catalogue.refused().forEach(LOG::warn);
            return catalogue;
        }
    }

    /** A catalogue of the given providers. */
    static SinkCatalogue of(List<SinkProvider> found) {
        return from(
                found.stream()
                        .map(provider -> (Supplier<SinkProvider>) () -> provider)
                        .iterator(),
                List.of());
    }

    /** One that cannot be loaded, or does not say its format, is among what is refused, as are those that were before. */
    static SinkCatalogue from(Iterator<? extends Supplier<? extends SinkProvider>> found, List<String> refusedBefore) {
        List<String> refused = new ArrayList<>(refusedBefore);
        Map<String, List<SinkProvider>> byFormat = new TreeMap<>();
        for (int failures = 0; failures < MAX_LOADER_FAILURES; ) {
            try {
                if (!found.hasNext()) {
                    break;
                }
                SinkProvider provider = found.next().get();
                byFormat.computeIfAbsent(provider.format(), format -> new ArrayList<>(1))
                        .add(provider);
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                failures++;
                Throwable cause = e.getCause();
                refused.add("a sink provider cannot be used, and its format is not there: "
                        + (cause == null ? e.toString() : e.getMessage() + ": " + cause));
            }
        }
        byFormat.forEach((format, offered) -> {
            if (offered.size() > 1) {
                refused.add(offeredTwice(format, offered));
            }
        });
        return new SinkCatalogue(byFormat, List.copyOf(refused));
    }

    /** The names of the formats in alphabetical order, without {@link #NONE}. */
    public List<String> formats() {
        return List.copyOf(providers.keySet());
    }

    /** The providers of all formats, in alphabetical order of their names; more than one of a format that cannot be used for that. */
    public List<SinkProvider> providers() {
        return providers.values().stream().flatMap(List::stream).toList();
    }

    /** What was found and cannot be used, and why; empty where all can. */
    public List<String> refused() {
        return refused;
    }

    /**
     * The providers of formats; empty for {@link #NONE}.
     *
     * @throws RunRefusedException if a format is not there, is offered twice, or cannot be compressed as asked for
     */
    List<SinkProvider> providersOf(List<String> formats, Compression compression) throws RunRefusedException {
        List<SinkProvider> chosen = new ArrayList<>();
        for (String format : formats) {
            if (!format.equals(NONE)) {
                chosen.add(compressed(providerOf(format), compression));
            }
        }
        return chosen;
    }

    /**
     * Checks that formats are there.
     *
     * @throws RunRefusedException if one is not, or is offered twice
     */
    void check(List<String> formats) throws RunRefusedException {
        providersOf(formats, Compression.NONE);
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

    private SinkProvider providerOf(String format) throws RunRefusedException {
        List<SinkProvider> offered = providers.get(format);
        if (offered == null) {
            throw new RunRefusedException("format " + format
                    + " is written by a plug-in that is not there; put its jar in " + PlugIns.directory()
                    + ", or choose among " + String.join(", ", formats()) + " and " + NONE);
        }
        if (offered.size() > 1) {
            throw new RunRefusedException(offeredTwice(format, offered));
        }
        return offered.get(0);
    }

    private static String offeredTwice(String format, List<SinkProvider> offered) {
        return offered.stream()
                .map(provider -> provider.getClass().getName() + " in " + PlugIns.locationOf(provider.getClass()))
                .sorted()
                .collect(Collectors.joining(
                        " and by ", "format " + format + " is offered by ", "; take one of them away"));
    }
}
