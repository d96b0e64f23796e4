package dev.headroom.guard;

import dev.headroom.probe.HeapProbe;
import dev.headroom.probe.HeapReading;
import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.Reading;
import dev.headroom.probe.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the memory of this process with its limits: the configured one, physical memory, and the limit of every control group that it
 * is in.
 *
 * <p>Safe for several threads. A check costs a lock, and a reading of about 5 µs where one is due. Where a collection of the heap is
 * configured and called for, it waits for that, up to 50 ms and for as long as the collector stops the program.
 */
public final class MemoryGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGuard.class);

    private static final int DETAILED_EVERY = 5;
    private static final double DETAILED_FROM = 0.60;
    private static final double GROWTH_MARGIN = 0.01;
    private static final long MIN_INTERVAL_NANOS = 10_000_000L;
    private static final long MAX_INTERVAL_NANOS = 200_000_000L;
    /** How fast memory may begin to grow without notice, for choosing the interval: resident memory was seen to grow by 2.6 GB/s. */
    private static final double RATE_FLOOR = 2.6e9;
    /** Likewise of a heap that may be half full: one thread was seen to fill it with live objects at about 1 GB/s. */
    private static final double ALLOCATION_FLOOR = 1e9;
    /** Before it is half full, so that a small, healthy heap is not looked at all the time. */
    private static final double CALM_ALLOCATION_FLOOR = 2.5e8;
    /** From this part of the heap on that is alive there is a forecast of when it will be full. */
    private static final double HEAP_FORECAST_FROM = 0.70;

    /** After a longer pause between two readings, a rate would say nothing about now. */
    private static final long MAX_GAP_NANOS = 60_000_000_000L;

    private static final long DAY_SECONDS = 86_400;

    private final MemoryGuardConfig config;
    private final MemoryProbe probe;
    private final HeapProbe heapProbe;
    private final TimeSource time;

    private final MemoryReading reading = new MemoryReading();
    private final HeapReading heap = new HeapReading();
    private final LiveHeap liveHeap;
    private final MemoryPressure weighing = new MemoryPressure();
    private final CollectionRequest collection = new CollectionRequest();
    private final BackgroundCollection background;
    private boolean collecting;
    private double expectedWhenAsked;
    private long askedAt;
    private LimitWatch[] watches = {new LimitWatch()};
    private long readings;
    private boolean probeFailed;
    private long lastReadAt;

    private boolean pressureKnown;
    private double pressure;
    private String pressureSource = "not read yet";
    private boolean garbageMayCount;
    private double secondsToExhaustion;
    private double intervalNanos = MIN_INTERVAL_NANOS;
    private long peakUsage;
    private MemoryStatus status = MemoryStatus.UNKNOWN;

    /**
     * Makes a guard that measures with the best probe that is found.
     *
     * @param config the limits
     */
    public MemoryGuard(MemoryGuardConfig config) {
        this(config, ProbeSelection.load().openMemoryProbe(), HeapProbe.ofThisJvm(), TimeSource.system());
    }

    /**
     * Makes a guard.
     *
     * @param config the limits
     * @param probe measures memory; closed with this guard
     * @param heapProbe measures the heap
     * @param time the clock for intervals and rates
     */
    public MemoryGuard(MemoryGuardConfig config, MemoryProbe probe, HeapProbe heapProbe, TimeSource time) {
        this.config = config;
        this.probe = probe;
        this.heapProbe = heapProbe;
        this.time = time;
        this.background = new BackgroundCollection(heapProbe);
        this.liveHeap = new LiveHeap(time.nanoTime());
    }

    /**
     * Returns the configuration.
     *
     * @return the limits
     */
    public MemoryGuardConfig config() {
        return config;
    }

    /**
     * Compares memory with its limits. Reads it if the check interval is over, or earlier where memory could run out within it.
     *
     * @return what is known; never throws for a limit that is exceeded
     */
    public synchronized MemoryStatus check() {
        long now = time.nanoTime();
        return readings == 0 || now - lastReadAt >= nextIntervalNanos() ? sample() : status;
    }

    /**
     * Compares memory with its limits as {@link #check()} does, and throws if the hard one is exceeded.
     *
     * @return what is known
     * @throws MemoryLimitExceededException if more is in use than the hard limit allows
     */
    public MemoryStatus enforce() {
        return throwIfExceeded(check());
    }

    MemoryStatus throwIfExceeded(MemoryStatus checked) {
        if (checked.exceedsHardLimit()) {
            throw new MemoryLimitExceededException(
                    checked.currentUsage().orElse(0), config.hardLimit(), "configuration");
        }
        return checked;
    }

    /** Reads now, and compares. */
    synchronized MemoryStatus sample() {
        look();
        return lookedAt();
    }

    /** Reads now. */
    synchronized void look() {
        read(time.nanoTime());
    }

    /** Compares what was read last. */
    synchronized MemoryStatus lookedAt() {
        status = describe();
        return status;
    }

    /** Whether what was read last is known, below a pressure, and within both limits. */
    synchronized boolean isBelow(double threshold) {
        return pressureKnown && pressure < Math.min(threshold, config.softPressure()) && inUse(0) <= config.hardLimit();
    }

    /** Takes a reading and weighs it; allocates nothing in the steady state. */
    void read(long now) {
        if (readings > 0 && now - lastReadAt > MAX_GAP_NANOS) {
            forgetRates();
        }
        lastReadAt = now;
        boolean detailed = readings % DETAILED_EVERY == 0 || pressure > DETAILED_FROM;
        readings++;
        readProbes(detailed);
        weigh(now);
        if (!detailed && pressure > DETAILED_FROM) {
            // The fast figures rest on the page cache of a while ago.
            readProbes(true);
            weigh(now);
        }
        if (!collecting && collectionMayHelp(now)) {
            collecting = true;
            askedAt = now;
            expectedWhenAsked = expectedShare();
            LOG.debug(
                    "Asking for a collection of the heap: pressure {}, alive perhaps {}", pressure, expectedWhenAsked);
            background.start();
        }
        if (collecting && !background.isRunning()) {
            lookAgain();
        }
        observeGrowth(lastReadAt);
    }

    /** Forgets how fast anything grew, as after a suspension of the process. */
    synchronized void forgetRates() {
        for (LimitWatch watch : watches) {
            watch.reset();
        }
    }

    private void readProbes(boolean detailed) {
        try {
            if (detailed) {
                heapProbe.readDetailed(heap);
                probe.readDetailed(reading);
            } else {
                heapProbe.readFast(heap);
                probe.readFast(reading);
            }
            if (heap.multiMapped()) {
                countHeapOnce();
            }
            probeFailed = false;
        } catch (RuntimeException | LinkageError e) {
            if (!probeFailed) {
                LOG.warn("The memory probe failed; memory is unknown", e);
            }
            probeFailed = true;
        }
    }

    /** The process has no more of the heap than is committed, however often that is mapped. */
    private void countHeapOnce() {
        long counted = reading.sharedMemory().valueOr(0);
        long workingSet = reading.workingSet().valueOr(0) - Math.max(0, counted - heap.committed());
        if (reading.workingSet().isValue() && workingSet >= 0) {
            reading.workingSet().set(workingSet);
            for (int i = 0; i < reading.domainCount(); i++) {
                // Only a machine says what is available, and its working set is that of the process.
                if (reading.domain(i).available().isValue()) {
                    reading.domain(i).workingSet().set(workingSet);
                }
            }
        }
    }

    private boolean collectionMayHelp(long now) {
        return config.collectBeforeEscalating()
                && config.source() == MemorySource.WORKING_SET
                && pressureKnown
                && collection.isDue(garbageMayCount ? pressure : liveShare(), expectedShare(), now);
    }

    private void lookAgain() {
        long now = time.nanoTime();
        collecting = false;
        readProbes(true);
        lastReadAt = now;
        weigh(now);
        collection.collected(expectedWhenAsked, heapShare((double) liveHeap.afterLatestCollection()), askedAt, now);
    }

    private double liveShare() {
        return heapShare((double) liveHeap.live());
    }

    private double expectedShare() {
        return heapShare(liveHeap.expected());
    }

    private double heapShare(double bytes) {
        return heap.max() > 0 ? bytes / heap.max() : 0;
    }

    private void weigh(long now) {
        if (probeFailed) {
            pressureKnown = false;
            pressure = 0;
            pressureSource = "the memory probe failed";
            return;
        }
        liveHeap.update(heap, now);
        if (watches.length != reading.domainCount() + 1) {
            LimitWatch own = watches[0];
            watches = new LimitWatch[reading.domainCount() + 1];
            watches[0] = own;
            for (int i = 1; i < watches.length; i++) {
                watches[i] = new LimitWatch();
            }
        }
        pressureKnown = true;
        pressure = -1;
        garbageMayCount = false;
        secondsToExhaustion = Double.POSITIVE_INFINITY;
        intervalNanos = MAX_INTERVAL_NANOS;
        for (int i = 0; i < watches.length; i++) {
            weighLimit(i, now);
        }
        forecastHeap();
        if (!pressureKnown) {
            pressure = 0;
        }
    }

    /** Weighs one limit: the configured one at 0, then the domains. */
    private void weighLimit(int index, long now) {
        long inUse = inUse(index);
        long limit = reachableLimit(index, inUse);
        if (limit == MemoryGuardConfig.NO_LIMIT && index > 0) {
            return;
        }
        if (watches[index].isLost(inUse)) {
            pressureKnown = false;
            pressureSource = name(index) + ": " + usageReading(index).reason();
        }
        GrowthRate growth = watches[index].growth();
        GrowthRate nativeGrowth = watches[index].nativeGrowth();
        double value;
        double room;
        double rate;
        boolean garbage;
        if (config.source() == MemorySource.RSS && inUse >= 0) {
            value = (double) inUse / limit;
            room = (double) limit - inUse;
            rate = growth.worstPerSecond();
            garbage = false;
        } else {
            double forecast = Math.max(0, nativeGrowth.perSecond());
            weighing.weigh(limit, inUse, heap, liveHeap, forecast, growth.isGrowing(now));
            value = weighing.value();
            room = weighing.room();
            garbage = weighing.isHeapDriven();
            rate = weighing.worstCaseFits() ? nativeGrowth.worstPerSecond() : growth.worstPerSecond();
        }
        if (limit != MemoryGuardConfig.NO_LIMIT) {
            if (rate > 0) {
                secondsToExhaustion = Math.min(secondsToExhaustion, Math.max(0, room) / rate);
            }
            intervalNanos = Math.min(intervalNanos, Math.max(0, room) / (2 * Math.max(rate, RATE_FLOOR)) * 1e9);
        }
        if (value > pressure) {
            pressure = value;
            garbageMayCount = garbage;
            if (pressureKnown) {
                pressureSource = limit == MemoryGuardConfig.NO_LIMIT ? "heap" : name(index);
            }
        }
    }

    /** The heap fills up by itself, far from any limit of the process. */
    private void forecastHeap() {
        double room = Math.max(0, heap.max() - liveHeap.expected());
        double floor = 2 * liveHeap.expected() < heap.max() ? CALM_ALLOCATION_FLOOR : ALLOCATION_FLOOR;
        intervalNanos = Math.min(intervalNanos, room / (2 * Math.max(liveHeap.allocationRate(), floor)) * 1e9);
        if (liveShare() >= HEAP_FORECAST_FROM && liveHeap.expectedGrowth() > 0) {
            secondsToExhaustion = Math.min(secondsToExhaustion, room / liveHeap.expectedGrowth());
        }
    }

    private void observeGrowth(long now) {
        if (probeFailed) {
            return;
        }
        long nativeKnown = heap.nonHeapUsed() + heap.directUsed();
        for (int i = 0; i < watches.length; i++) {
            long inUse = inUse(i);
            if (inUse >= 0) {
                watches[i].growth().update(inUse, (long) (GROWTH_MARGIN * Math.min(limit(i), inUse)), now);
                watches[i].nativeGrowth().update(Math.max(inUse - heap.committed(), nativeKnown), 0, now);
            }
        }
        peakUsage = Math.max(peakUsage, inUse(0));
    }

    private Reading usageReading(int index) {
        boolean rss = config.source() == MemorySource.RSS;
        if (index == 0 || rss) {
            return rss ? reading.resident() : reading.workingSet();
        }
        return reading.domain(index - 1).workingSet();
    }

    private long inUse(int index) {
        return usageReading(index).valueOr(-1);
    }

    private long limit(int index) {
        if (index == 0) {
            return config.hardLimit();
        }
        long value = reading.domain(index - 1).limit().valueOr(MemoryGuardConfig.NO_LIMIT);
        return value == 0 ? 1 : value;
    }

    /** The limit as far as others leave it to this process. */
    private long reachableLimit(int index, long inUse) {
        long limit = limit(index);
        if (index == 0 || inUse < 0 || !reading.domain(index - 1).available().isValue()) {
            return limit;
        }
        return Math.max(
                1, Math.min(limit, inUse + reading.domain(index - 1).available().value()));
    }

    private String name(int index) {
        return index == 0 ? "configuration" : reading.domain(index - 1).name();
    }

    private MemoryStatus describe() {
        int nearest = 0;
        for (int i = 1; i < watches.length; i++) {
            nearest = limit(i) < limit(nearest) ? i : nearest;
        }
        long limit = limit(nearest);
        long inUse = probeFailed ? -1 : inUse(0);
        double growth = watches[0].growth().perSecond();
        return new MemoryStatus(
                inUse < 0 ? OptionalLong.empty() : OptionalLong.of(inUse),
                probeFailed ? OptionalLong.empty() : reading.resident().asOptional(),
                reading.peakResident().asOptional(),
                probeFailed ? OptionalLong.empty() : reading.workingSet().asOptional(),
                probeFailed ? OptionalLong.empty() : reading.sharedMemory().asOptional(),
                limit == MemoryGuardConfig.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(limit),
                limit == MemoryGuardConfig.NO_LIMIT ? "nothing limits it" : name(nearest),
                describeLimits(),
                describeHeap(),
                pressureKnown ? OptionalDouble.of(pressure) : OptionalDouble.empty(),
                pressureSource,
                pressureKnown && pressure >= config.softPressure(),
                inUse > config.hardLimit(),
                growth,
                growth > config.growthRateThreshold(),
                pressureKnown && secondsToExhaustion <= DAY_SECONDS
                        ? OptionalDouble.of(secondsToExhaustion)
                        : OptionalDouble.empty(),
                lastReadAt);
    }

    private List<MemoryLimit> describeLimits() {
        List<MemoryLimit> limits = new ArrayList<>(watches.length);
        if (config.hardLimit() != MemoryGuardConfig.NO_LIMIT) {
            limits.add(new MemoryLimit(
                    name(0),
                    OptionalLong.of(config.hardLimit()),
                    "",
                    reading.resident().asOptional(),
                    reading.workingSet().asOptional(),
                    OptionalLong.empty()));
        }
        for (int i = 0; i < reading.domainCount(); i++) {
            MemoryDomain domain = reading.domain(i);
            limits.add(new MemoryLimit(
                    domain.name(),
                    domain.limit().asOptional(),
                    domain.limit().isUnlimited() ? "unlimited" : domain.limit().reason(),
                    domain.usage().asOptional(),
                    domain.workingSet().asOptional(),
                    domain.available().asOptional()));
        }
        return List.copyOf(limits);
    }

    private HeapStatus describeHeap() {
        return new HeapStatus(
                heap.used(),
                heap.committed(),
                heap.max() == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(heap.max()),
                liveHeap.live(),
                liveHeap.afterLatestCollection(),
                heap.nonHeapUsed(),
                heap.directUsed(),
                heap.collections());
    }

    /**
     * Reads how much memory others than the heap may still take: files in memory, above all. Room for the whole heap is left to the
     * process, and a part of every limit to what cannot be foreseen. The configured limit does not count: it is one for the process alone.
     *
     * @return bytes, at least 0; {@link Long#MAX_VALUE} if nothing limits it
     */
    synchronized long roomForOthers() {
        readProbes(true);
        long room = Long.MAX_VALUE;
        for (int i = 1; !probeFailed && i <= reading.domainCount(); i++) {
            long inUse = reading.domain(i - 1).workingSet().valueOr(-1);
            long limit = limit(i);
            if (inUse >= 0 && limit != MemoryGuardConfig.NO_LIMIT) {
                double usable = Math.min(MemoryPressure.SAFE_PART * limit, (double) reachableLimit(i, inUse));
                room = Math.min(room, (long) (usable - inUse) - (heap.max() - liveHeap.touched()));
            }
        }
        return Math.max(0, room);
    }

    /** How long the next reading may wait, so that memory cannot run out unnoticed before it. */
    synchronized long nextIntervalNanos() {
        double longest = Math.min(MAX_INTERVAL_NANOS, config.checkIntervalMs() * 1e6);
        return (long) Math.max(Math.min(MIN_INTERVAL_NANOS, longest), Math.min(intervalNanos, longest));
    }

    /** The most that was in use at any reading, in bytes. */
    synchronized long peakUsage() {
        return peakUsage;
    }

    /**
     * Says what is measured, for people.
     *
     * @return the probe's files or system calls
     */
    public String source() {
        return probe.source();
    }

    @Override
    public void close() {
        probe.close();
    }
}
