package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.probe.Availability;
import dev.headroom.probe.ProbeProvider;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every {@link ProbeProvider} owes. Extend it, and name the provider. */
public abstract class ProbeProviderContract {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** For subclasses. */
    protected ProbeProviderContract() {}

    /**
     * Makes the provider as {@link ServiceLoader} does.
     *
     * @return a new provider
     */
    protected abstract ProbeProvider provider();

    /**
     * Says whether the provider is made for the system that the test runs on.
     *
     * @return true unless overridden
     */
    protected boolean appliesHere() {
        return true;
    }

    /**
     * Says whether the provider is found with {@link ServiceLoader}.
     *
     * @return true unless overridden
     */
    protected boolean registered() {
        return true;
    }

    /** A name is short, in lower case, and always the same. */
    @Test
    public final void nameIsAWord() {
        String name = provider().name();
        assertTrue(
                NAME.matcher(name).matches(), "'" + name + "' is not a word of lower-case letters, digits and hyphens");
        assertEquals(name, provider().name());
    }

    /** A priority is always the same. */
    @Test
    public final void priorityStays() {
        assertEquals(provider().priority(), provider().priority());
    }

    /** Whatever the system, there is an answer with a reason; meant for another system is not the same as broken. */
    @Test
    public final void availabilityHasAReason() {
        Availability availability = assertDoesNotThrow(() -> provider().availability());
        ProbeAssertions.assertOneLine("the reason", availability.reason());
        Availability.Status expected =
                appliesHere() ? Availability.Status.AVAILABLE : Availability.Status.NOT_APPLICABLE;
        assertEquals(expected, availability.status(), availability.reason());
        assertEquals(availability.status(), provider().availability().status(), "asked once more");
    }

    /** A kind of probe is either supplied or refused with {@link UnsupportedOperationException} and a reason. */
    @Test
    public final void opensProbesOrSaysThatItHasNone() {
        if (appliesHere()) {
            assertOpensOrRefuses(provider -> provider.openMemoryProbe().close());
            assertOpensOrRefuses(provider -> provider.openDiskProbe(Path.of("")).close());
            assertOpensOrRefuses(provider -> provider.openCpuProbe().close());
        }
    }

    private void assertOpensOrRefuses(Consumer<ProbeProvider> open) {
        try {
            open.accept(provider());
        } catch (UnsupportedOperationException e) {
            assertFalse(e.getMessage() == null || e.getMessage().isBlank(), "refused without a reason");
        }
    }

    /** It is public, can be made without parameters, and is named in META-INF/services or a provides clause. */
    @Test
    public final void isFound() {
        boolean found = ServiceLoader.load(ProbeProvider.class).stream()
                .anyMatch(candidate -> candidate.type().equals(provider().getClass()));
        assertEquals(registered(), found, provider().getClass() + " is found with ServiceLoader");
    }
}
