package dev.headroom.guard;

import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.FileSystemReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.Reading;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards the space on the disk of one path. Writers reserve what they are about to write, and outstanding reservations count as used, so
 * that several writers cannot all be promised the same space: not through one guard, nor through several guards of one file system.
 *
 * <p>Unknown space is neither none nor plenty: checks pass, writes are admitted, a warning is logged once, and
 * {@link DiskStatus#unknownReason()} says why. A disk that does not answer, as a network file system whose server is gone, is unknown
 * after one second. It is asked on a daemon thread of the guard's own, so nobody waits for it for longer.
 *
 * <p>Safe for several threads. A reading takes about 1 µs on a local disk, and some 10 µs more for the change of thread.
 */
public final class DiskSpaceGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpaceGuard.class);
    /** What a journal entry takes in a file, in bytes, at eleven lines an entry: for a rough plan before anything is known. */
    private static final long CSV_BYTES_PER_ENTRY = 11 * 260;

    private static final long JSON_BYTES_PER_ENTRY = 11 * 900;
    /** How much smaller compression makes such files, at least. */
    private static final long COMPRESSION_FACTOR = 5;

    private static final int DETAILED_EVERY = 5;

    private static final long FILE_SYSTEM_NANOS = 10_000_000_000L;
    /** How long a caller who wants to know waits for the disk, and after how long one that does not answer is unknown. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /** How long the sampler waits, which has other things to look after. */
    private static final long SAMPLER_PATIENCE_NANOS = 10_000_000L;

    private static final long FREE_FILES_PATIENCE_NANOS = 5_000_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final Path path;
    private final DiskSpaceGuardConfig config;
    private final DiskProbe probe;
    private final TimeSource time;
    private final LongSupplier memoryRoom;
    private final ProbeThread disk;

    // Used by the disk's thread alone.
    private final DiskReading reading = new DiskReading();
    private final FileSystemReading fileSystem = new FileSystemReading();
    private String identity = "";
    private long readings;
    private long fileSystemReadAt;

    // What that thread has found, guarded by this.
    private final Reading usable = new Reading();
    private final Reading freeFiles = new Reading();
    private final GrowthRate filling = new GrowthRate();
    private Reservations.Account account = Reservations.ofThisProcess().of("");
    private long settledBefore;
    private boolean answered;
    private long readAt;
    private OptionalLong lastAvailable = OptionalLong.empty();
    private String type = "";
    private boolean inMemory;
    private boolean warned;

    private volatile boolean freeFilesWanted;

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
     * @param probe measures the disk of the path, on a thread of its own; closed with this guard
     * @param time the clock of the check interval and of rates
     */
    public DiskSpaceGuard(Path path, DiskSpaceGuardConfig config, DiskProbe probe, TimeSource time) {
        this(path, config, probe, time, () -> NO_LIMIT);
    }

    /** Makes a guard that knows how much memory is left, in bytes, which bounds what a file system in memory can take. */
    DiskSpaceGuard(Path path, DiskSpaceGuardConfig config, DiskProbe probe, TimeSource time, LongSupplier memoryRoom) {
        this.path = path;
        this.config = config;
        this.probe = probe;
        this.time = time;
        this.memoryRoom = memoryRoom;
        this.disk = new ProbeThread("headroom-disk", this::readDisk, probe::close, time);
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
        return throwIfBelow(isFresh() ? describe() : status());
    }

    private synchronized boolean isFresh() {
        return answered && time.nanoTime() - readAt < config.checkInterval().toNanos();
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
     * Reserves space for a write: all that is free beyond the reserve buffer and not reserved by others, on any path of the same file
     * system, can be had. Reads where the last reading is older than the check interval, and before it refuses.
     *
     * @param bytes how much, at least 0
     * @return the reservation, to be told what was written and to be closed
     * @throws DiskSpaceException if there is not that much
     */
    public DiskReservation reserve(long bytes) {
        requireNotNegative(bytes);
        DiskReservation reservation = isFresh() ? tryReserve(bytes) : null;
        if (reservation == null) {
            disk.read(PATIENCE_NANOS);
            reservation = tryReserve(bytes);
        }
        if (reservation == null) {
            throw new DiskSpaceException(path, describe().availableBytes().orElse(0), bytes, "for a write");
        }
        return reservation;
    }

    private synchronized @Nullable DiskReservation tryReserve(long bytes) {
        if (!unknownReason().isEmpty()) {
            account.reserveUnchecked(bytes);
        } else if (!account.reserve(bytes, free(), settledBefore)) {
            return null;
        }
        return new DiskReservation(account, bytes);
    }

    /**
     * Reads, and compares with the limits. Waits for a disk that does not answer for at most one second; then its space is unknown, and
     * nobody waits until it answers again.
     *
     * @return what is known; never throws for a limit
     */
    public DiskStatus status() {
        disk.read(PATIENCE_NANOS);
        return describe();
    }

    /**
     * The same for the sampler, which cannot wait: a disk that takes longer than usual is told as it was last. It may sample a hundred
     * times a second for the sake of memory; a disk does not fill that fast, so it is asked once per check interval.
     */
    DiskStatus statusSoon() {
        if (!isFresh()) {
            disk.read(SAMPLER_PATIENCE_NANOS);
        }
        return describe();
    }

    /**
     * Asks how many more files can be made. May take some milliseconds, and waits for at most five seconds.
     *
     * @return the number of free inodes; empty if that is unknown, or nothing bounds it
     */
    public OptionalLong freeFiles() {
        freeFilesWanted = true;
        boolean read = disk.read(FREE_FILES_PATIENCE_NANOS);
        synchronized (this) {
            return read ? freeFiles.asOptional() : OptionalLong.empty();
        }
    }

    /** Reads; runs on the disk's own thread. */
    private void readDisk() {
        Reservations.Account present = readFileSystem();
        // What is written from now on may not be in the reading.
        long settled = present.settled();
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
        if (fileSystem.readOnly()) {
            reading.usable().setUnknown("the file system is mounted read-only");
        }
        if (fileSystem.inMemory() && reading.usable().isValue()) {
            reading.usable().set(Math.min(reading.usable().value(), memoryRoom.getAsLong()));
        }
        readFreeFiles();
        publish(present, settled);
    }

    private Reservations.Account readFileSystem() {
        long now = time.nanoTime();
        if (readings == 0 || now - fileSystemReadAt >= FILE_SYSTEM_NANOS) {
            fileSystemReadAt = now;
            try {
                probe.readFileSystem(fileSystem);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("The file system of {} is unknown", path, e);
            }
            if (!fileSystem.identity().equals(identity)) {
                identity = fileSystem.identity();
                return Reservations.ofThisProcess().of(identity);
            }
        }
        synchronized (this) {
            return account;
        }
    }

    private void readFreeFiles() {
        if (freeFilesWanted) {
            freeFilesWanted = false;
            Reading files = new Reading();
            try {
                probe.readFreeFiles(files);
            } catch (RuntimeException | LinkageError e) {
                files.setUnknown("the disk probe failed: " + e);
            }
            synchronized (this) {
                freeFiles.set(files);
            }
        }
    }

    private synchronized void publish(Reservations.Account present, long settled) {
        account = present;
        settledBefore = settled;
        usable.set(reading.usable());
        type = fileSystem.type();
        inMemory = fileSystem.inMemory();
        readAt = time.nanoTime();
        answered = true;
        if (usable.isValue()) {
            filling.update(-usable.value(), 0, readAt);
        } else {
            filling.reset();
        }
    }

    /** Forgets how fast the space was falling, as after a suspension of the process. */
    synchronized void forgetRates() {
        filling.reset();
    }

    private synchronized DiskStatus describe() {
        String reason = unknownReason();
        OptionalLong available = reason.isEmpty()
                ? OptionalLong.of(Math.max(0, account.available(free(), settledBefore)))
                : OptionalLong.empty();
        if (available.isPresent()) {
            lastAvailable = available;
        }
        warnOnce(reason);
        long bytes = available.orElse(NO_LIMIT);
        return new DiskStatus(
                path.toString(),
                available,
                lastAvailable,
                account.outstanding(),
                bytes < config.softLimitMb() * DiskSpaceGuardConfig.MB,
                bytes < config.hardLimitMb() * DiskSpaceGuardConfig.MB,
                answered ? Math.max(0, time.nanoTime() - readAt) : 0,
                secondsToExhaustion(available),
                type,
                inMemory,
                reason);
    }

    /** Free bytes beyond the reserve buffer, as last read; negative where there is less. */
    private long free() {
        return usable.value() - config.reserveBufferMb() * DiskSpaceGuardConfig.MB;
    }

    private String unknownReason() {
        long underWay = disk.underWayNanos();
        if (underWay >= PATIENCE_NANOS) {
            return String.format(Locale.ROOT, "the disk has not answered for %.1f s", underWay / 1e9);
        }
        return usable.isUnlimited() ? "the probe says that there is no bound" : usable.reason();
    }

    private void warnOnce(String reason) {
        if (warned == reason.isEmpty()) {
            warned = !warned;
            if (warned) {
                LOG.warn("The free space of {} is unknown: {}", path, reason);
            } else {
                LOG.info("The free space of {} is known again", path);
            }
        }
    }

    private OptionalDouble secondsToExhaustion(OptionalLong available) {
        double seconds =
                filling.perSecond() > 0 ? available.orElse(NO_LIMIT) / filling.perSecond() : Double.POSITIVE_INFINITY;
        return seconds <= DAY_SECONDS ? OptionalDouble.of(seconds) : OptionalDouble.empty();
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

    /** Ends the disk's thread and closes the probe; a disk that hangs is not waited for. */
    @Override
    public void close() {
        disk.close();
    }
}
