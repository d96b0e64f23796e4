package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link DiskProbe} owes. Extend it, and open the probe. */
public abstract class DiskProbeContract {
    /** How far two readings may be apart while others write. */
    private static final long OTHERS_WRITE = 1L << 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    /** For subclasses. */
    protected DiskProbeContract() {}

    /**
     * Opens the probe.
     *
     * @param path what it measures
     * @return a new probe
     */
    protected abstract DiskProbe open(Path path);

    /**
     * States what a reading allocates once it has warmed up.
     *
     * @return bytes at most; 0 unless overridden
     */
    protected long allocatedByAReading() {
        return 0;
    }

    private static DiskReading detailed(DiskProbe probe) {
        DiskReading reading = new DiskReading();
        probe.readDetailed(reading);
        return reading;
    }

    /** The usable space is that of the path's file system, in bytes. */
    @Test
    public final void figuresAreThoseOfTheFileStore() throws IOException {
        FileStore store = Files.getFileStore(directory);
        try (DiskProbe probe = open(directory)) {
            DiskReading reading = detailed(probe);
            ProbeAssertions.assertSound("usable space", reading.usable());
            ProbeAssertions.assertNotZero("the size", reading.total());
            long usable = reading.usable().value();
            assertTrue(usable <= reading.total().value(), "more is usable than there is");
            long apart = Math.abs(usable - store.getUsableSpace());
            assertTrue(apart <= OTHERS_WRITE, "usable space is " + usable + ", and " + apart + " off the JDK's");
        }
    }

    /** A path that is missing is measured where its nearest parent is, before and after it appears. */
    @Test
    public final void aMissingPathIsMeasuredAtItsParent() throws IOException {
        Path missing = directory.resolve("not/there");
        try (DiskProbe probe = open(missing)) {
            DiskReading reading = detailed(probe);
            assertTrue(reading.usable().isValue(), "usable space: " + reading.usable());
            Files.createDirectories(missing);
            probe.readDetailed(reading);
            assertTrue(reading.usable().isValue(), "usable space: " + reading.usable());
        }
    }

    /** What cannot be read is unknown, and not a full disk. */
    @Test
    public final void aPathThatIsRemovedIsNotAFullDisk() throws IOException {
        Path removed = Files.createDirectory(directory.resolve("removed"));
        try (DiskProbe probe = open(removed)) {
            DiskReading reading = detailed(probe);
            Files.delete(removed);
            probe.readFast(reading);
            ProbeAssertions.assertNotZero("usable space", reading.usable());
        }
    }

    /** A reading costs next to nothing. */
    @Test
    public final void readingsAllocateWhatIsStated() {
        try (DiskProbe probe = open(directory)) {
            DiskReading reading = detailed(probe);
            ProbeAssertions.assertAllocates(allocatedByAReading(), () -> probe.readFast(reading));
        }
    }

    /** A probe is handed from thread to thread, and many live side by side. */
    @Test
    public final void anotherThreadMayTakeOver() throws InterruptedException {
        DiskProbe neighbour = open(directory);
        try (DiskProbe probe = open(directory)) {
            DiskReading reading = detailed(probe);
            neighbour.close();
            ProbeAssertions.onAnotherThread(() -> probe.readDetailed(reading));
            assertTrue(reading.usable().isValue(), "usable space: " + reading.usable());
        }
    }

    /** Closing twice is as good as closing once, and a reading afterwards neither throws nor invents. */
    @Test
    public final void closedIsClosed() {
        DiskProbe probe = open(directory);
        DiskReading reading = detailed(probe);
        probe.close();
        probe.close();
        probe.readFast(reading);
        probe.readDetailed(reading);
        ProbeAssertions.assertNotZero("usable space after closing", reading.usable());
    }

    /** People are told what is read. */
    @Test
    public final void theSourceIsNamed() {
        try (DiskProbe probe = open(directory)) {
            ProbeAssertions.assertOneLine("the source", probe.source());
        }
    }
}
