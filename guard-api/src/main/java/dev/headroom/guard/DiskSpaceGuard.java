package dev.headroom.guard;

import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards the space on the disk of one path. Writers reserve what they are about to write, and outstanding reservations count as used, so
 * that several writers cannot all be promised the same space.
 *
 * <p>Unknown space is neither none nor plenty: checks pass, writes are admitted, a warning is logged once, and
 * {@link DiskStatus#unknownReason()} says why.
 *
 * <p>Safe for several threads. A reading takes about 1 µs on a local disk; it blocks where the file system does.
 */
public final class DiskSpaceGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpaceGuard.class);
    /** What a journal entry takes in a file, in bytes, at eleven lines an entry: for a rough plan before anything is known. */
    private static final long CSV_BYTES_PER_ENTRY = 11 * 260;

    private static final long JSON_BYTES_PER_ENTRY = 11 * 900;
    /** How much smaller compression makes such files, at least. */
    private static final long COMPRESSION_FACTOR = 5;

    private static final int DETAILED_EVERY = 5;

    private final Path path;
    private final DiskSpaceGuardConfig config;
    private final DiskProbe probe;
    private final TimeSource time;
    private final DiskReading reading = new DiskReading();
    private final AtomicLong outstanding = new AtomicLong();
    private long readings;
    private long lastReadAt;
    private boolean warned;

    /**
     * Makes a guard that measures with the best probe that is found.
     *
     * @param path where files will be written
     * @param config the limits
     */
    public DiskSpaceGuard(Path path, DiskSpaceGuardConfig config) {
        this(path, config, ProbeSelection.load().openDiskProbe(path), TimeSource.system());
    }

    /**
     * Makes a guard.
     *
     * @param path where files will be written
     * @param config the limits
     * @param probe measures the disk of the path; closed with this guard
     * @param time the clock of the check interval
     */
    public DiskSpaceGuard(Path path, DiskSpaceGuardConfig config, DiskProbe probe, TimeSource time) {
        this.path = path;
        this.config = config;
        this.probe = probe;
        this.time = time;
    }

    /**
     * Makes a guard of the current directory.
     *
     * @param mb how much must stay free, in MB
     * @return the guard
     */
    public static DiskSpaceGuard withMinFree(long mb) {
        return new DiskSpaceGuard(Path.of(""), DiskSpaceGuardConfig.defaults().withMinFree(mb));
    }

    /**
     * Returns the path that is guarded.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    /**
     * Checks that enough is free. Reads if the check interval is over.
     *
     * @return what is known
     * @throws DiskSpaceException if less is available than must stay free
     */
    public DiskStatus check() {
        DiskStatus status;
        synchronized (this) {
            status = readings == 0
                            || time.nanoTime() - lastReadAt
                                    >= config.checkInterval().toNanos()
                    ? sample()
                    : describe();
        }
        return throwIfBelow(status);
    }

    DiskStatus throwIfBelow(DiskStatus status) {
        if (status.belowHardLimit()) {
            throw new DiskSpaceException(
                    path,
                    status.availableBytes().orElse(0),
                    config.hardLimitMb() * DiskSpaceGuardConfig.MB,
                    "to stay free");
        }
        return status;
    }

    /**
     * Checks that a write leaves enough free. Reads. Another writer may take the space before the write: {@link #reserve} holds it.
     *
     * @param bytes how much is to be written, at least 0
     * @throws DiskSpaceException if less than must stay free would be left
     */
    public void checkBeforeWrite(long bytes) {
        requireNotNegative(bytes);
        OptionalLong available = status().availableBytes();
        long needed = saturatedAdd(config.hardLimitMb() * DiskSpaceGuardConfig.MB, bytes);
        if (available.isPresent() && available.getAsLong() < needed) {
            throw new DiskSpaceException(path, available.getAsLong(), needed, "for a write and what must stay free");
        }
    }

    /**
     * Reserves space for a write: all that is free beyond the reserve buffer and not reserved by others can be had. Reads.
     *
     * @param bytes how much, at least 0
     * @return the reservation, to be told what was written and to be closed
     * @throws DiskSpaceException if there is not that much
     */
    public DiskReservation reserve(long bytes) {
        requireNotNegative(bytes);
        synchronized (this) {
            long available = readAvailable();
            if (available >= 0 && available < bytes) {
                throw new DiskSpaceException(path, available, bytes, "for a write");
            }
            outstanding.addAndGet(bytes);
        }
        return new DiskReservation(this, bytes);
    }

    void release(long bytes) {
        outstanding.addAndGet(-bytes);
    }

    /**
     * Reads, and compares with the limits.
     *
     * @return what is known; never throws for a limit
     */
    public DiskStatus status() {
        return sample();
    }

    private synchronized DiskStatus sample() {
        return describe(readAvailable());
    }

    private DiskStatus describe() {
        return describe(available(outstanding.get()));
    }

    private DiskStatus describe(long available) {
        return new DiskStatus(
                path.toString(),
                available < 0 ? OptionalLong.empty() : OptionalLong.of(available),
                outstanding.get(),
                available >= 0 && available < config.softLimitMb() * DiskSpaceGuardConfig.MB,
                available >= 0 && available < config.hardLimitMb() * DiskSpaceGuardConfig.MB,
                reading.usable().reason());
    }

    /**
     * Reads what may still be written: bytes, at least 0; negative if unknown. Allocates nothing. What is outstanding is taken before the
     * disk is asked: a write that ends in between is then counted twice for a moment, and never not at all.
     */
    synchronized long readAvailable() {
        long reserved = outstanding.get();
        try {
            if (readings % DETAILED_EVERY == 0) {
                probe.readDetailed(reading);
            } else {
                probe.readFast(reading);
            }
        } catch (RuntimeException | LinkageError e) {
            reading.usable().setUnknown("the disk probe failed: " + e);
        }
        readings++;
        lastReadAt = time.nanoTime();
        if (reading.usable().isUnknown() && !warned) {
            LOG.warn(
                    "The free space of {} is unknown: {}",
                    path,
                    reading.usable().reason());
        }
        warned = reading.usable().isUnknown();
        return available(reserved);
    }

    private long available(long reserved) {
        if (!reading.usable().isValue()) {
            return -1;
        }
        long usable = reading.usable().value();
        return Math.max(0, usable - config.reserveBufferMb() * DiskSpaceGuardConfig.MB - reserved);
    }

    /**
     * Estimates roughly what journal entries take on disk, before a plan has measured anything. It rounds up.
     *
     * @param entries how many journal entries, at least 0
     * @param formats the formats that each is written in, such as {@code csv}; one that is not known counts as the largest
     * @param compressed whether the files are compressed
     * @return MB of 2^20 bytes; at least 1 if there is anything to write
     */
    public static long estimateOutputSizeMb(long entries, Collection<String> formats, boolean compressed) {
        requireNotNegative(entries);
        long perEntry = 0;
        for (String format : formats) {
            perEntry += format.toLowerCase(Locale.ROOT).equals("csv") ? CSV_BYTES_PER_ENTRY : JSON_BYTES_PER_ENTRY;
        }
        double bytes = (double) entries * perEntry / (compressed ? COMPRESSION_FACTOR : 1);
        return (long) Math.ceil(bytes / DiskSpaceGuardConfig.MB);
    }

    private static void requireNotNegative(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("A number is negative: " + number);
        }
    }

    private static long saturatedAdd(long first, long second) {
        return first > Long.MAX_VALUE - second ? Long.MAX_VALUE : first + second;
    }

    @Override
    public void close() {
        probe.close();
    }
}
