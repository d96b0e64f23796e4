package dev.headroom.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers that were found, in the order in which they are asked, and the reason why each was taken or refused. The JDK's own
 * provider is always the last, so there always is one. Immutable, safe for several threads; opening a probe may read files.
 */
public final class ProbeSelection {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeSelection.class);
    /** A loader that fails without moving on must not be asked for ever. */
    private static final int MAX_LOADER_FAILURES = 100;

    private final List<ProbeProvider> providers;
    private final List<Candidate> candidates;

    private ProbeSelection(List<ProbeProvider> providers, List<Candidate> candidates) {
        this.providers = providers;
        this.candidates = candidates;
    }

    /**
     * Looks for providers with the context class loader of the calling thread.
     *
     * @return the selection
     */
    public static ProbeSelection load() {
        return select(ServiceLoader.load(ProbeProvider.class).stream().iterator());
    }

    /**
     * Looks for providers with a class loader, as for a directory of plug-ins.
     *
     * @param loader where to look
     * @return the selection
     */
    public static ProbeSelection load(ClassLoader loader) {
        return select(ServiceLoader.load(ProbeProvider.class, loader).stream().iterator());
    }

    /**
     * Selects among given providers, and the JDK's own.
     *
     * @param providers the providers
     * @return the selection
     */
    public static ProbeSelection of(Iterable<? extends ProbeProvider> providers) {
        Iterator<? extends ProbeProvider> given = providers.iterator();
        return select(new Iterator<Supplier<ProbeProvider>>() {
            @Override
            public boolean hasNext() {
                return given.hasNext();
            }

            @Override
            public Supplier<ProbeProvider> next() {
                ProbeProvider provider = given.next();
                return () -> provider;
            }
        });
    }

    private static ProbeSelection select(Iterator<? extends Supplier<? extends ProbeProvider>> found) {
        List<Asked> available = new ArrayList<>();
        List<Candidate> turnedDown = new ArrayList<>();
        for (int failures = 0; failures < MAX_LOADER_FAILURES; ) {
            String name = "a registered provider";
            try {
                if (!found.hasNext()) {
                    break;
                }
                Supplier<? extends ProbeProvider> next = found.next();
                if (next instanceof ServiceLoader.Provider<? extends ProbeProvider> registered) {
                    name = registered.type().getName();
                }
                ask(next.get(), available, turnedDown);
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                // The loader goes on with the next provider after this.
                failures++;
                turnedDown.add(new Candidate(name, 0, Candidate.Verdict.REFUSED, reason(e)));
            }
        }
        available.sort(Comparator.comparingInt(Asked::priority).reversed().thenComparing(Asked::name));
        ask(new JdkProbeProvider(), available, turnedDown);

        List<Candidate> candidates = new ArrayList<>();
        List<ProbeProvider> order = new ArrayList<>();
        for (int i = 0; i < available.size(); i++) {
            Asked asked = available.get(i);
            if (i > 0 && available.get(i - 1).priority() == asked.priority()) {
                LOG.warn(
                        "Probe providers {} and {} have the same priority {}; {} goes first by its name",
                        available.get(i - 1).name(),
                        asked.name(),
                        asked.priority(),
                        available.get(i - 1).name());
            }
            order.add(asked.provider());
            candidates.add(
                    i == 0
                            ? new Candidate(asked.name(), asked.priority(), Candidate.Verdict.TAKEN, asked.reason())
                            : new Candidate(
                                    asked.name(),
                                    asked.priority(),
                                    Candidate.Verdict.OUTRANKED,
                                    asked.reason() + "; " + available.get(0).name() + " goes first"));
        }
        candidates.addAll(turnedDown);
        for (Candidate candidate : turnedDown) {
            if (candidate.verdict() == Candidate.Verdict.REFUSED) {
                LOG.warn("Probe provider {}", candidate.describe());
            }
        }
        return new ProbeSelection(List.copyOf(order), List.copyOf(candidates));
    }

    private static void ask(ProbeProvider provider, List<Asked> available, List<Candidate> turnedDown) {
        String name = provider.getClass().getName();
        int priority = 0;
        try {
            name = Objects.requireNonNull(provider.name(), "name");
            priority = provider.priority();
            Availability availability = provider.availability();
            switch (availability.status()) {
                case AVAILABLE -> available.add(new Asked(provider, name, priority, availability.reason()));
                case NOT_APPLICABLE ->
                    turnedDown.add(
                            new Candidate(name, priority, Candidate.Verdict.NOT_APPLICABLE, availability.reason()));
                case BROKEN ->
                    turnedDown.add(new Candidate(name, priority, Candidate.Verdict.REFUSED, availability.reason()));
            }
        } catch (RuntimeException | LinkageError e) {
            turnedDown.add(new Candidate(name, priority, Candidate.Verdict.REFUSED, "it threw " + reason(e)));
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause.toString();
    }

    /**
     * Returns the provider that is asked first.
     *
     * @return the provider
     */
    public ProbeProvider provider() {
        return providers.get(0);
    }

    /**
     * Returns every provider that was looked at: the one taken first, then those outranked, then those turned down.
     *
     * @return the candidates
     */
    public List<Candidate> candidates() {
        return candidates;
    }

    /**
     * Opens a probe of memory from the first provider that has one.
     *
     * @return the probe, to be closed by the caller
     */
    public MemoryProbe openMemoryProbe() {
        return open("memory", ProbeProvider::openMemoryProbe);
    }

    /**
     * Opens a probe of the disk that a path is on from the first provider that has one.
     *
     * @param path a file or directory
     * @return the probe, to be closed by the caller
     */
    public DiskProbe openDiskProbe(Path path) {
        return open("disk", provider -> provider.openDiskProbe(path));
    }

    /**
     * Opens a probe of the CPUs from the first provider that has one.
     *
     * @return the probe, to be closed by the caller
     */
    public CpuProbe openCpuProbe() {
        return open("CPU", ProbeProvider::openCpuProbe);
    }

    private <P> P open(String what, Function<ProbeProvider, P> opener) {
        for (ProbeProvider provider : providers.subList(0, providers.size() - 1)) {
            try {
                return opener.apply(provider);
            } catch (UnsupportedOperationException e) {
                LOG.debug("Probe provider {} has no {} probe: {}", provider.name(), what, e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Probe provider {} could not open its {} probe: {}", provider.name(), what, e.toString());
            }
        }
        return opener.apply(providers.get(providers.size() - 1));
    }

    private record Asked(ProbeProvider provider, String name, int priority, String reason) {}
}
