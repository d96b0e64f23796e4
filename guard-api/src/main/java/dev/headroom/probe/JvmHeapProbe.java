package dev.headroom.probe;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the heap with java.management and {@link Runtime}: about 0.2 µs and nothing allocated for a fast reading. After a collection
 * its before and after figures are read as well, some 20 µs and a few KB; a detailed reading allocates 48 bytes for the non-heap figure.
 */
final class JvmHeapProbe implements HeapProbe {
    /** The collectors of HotSpot that go over the whole heap, by the names of their beans. */
    private static final Set<String> WHOLE_HEAP = Set.of(
            "MarkSweepCompact",
            "PS MarkSweep",
            "G1 Old Generation",
            "ZGC Cycles",
            "ZGC Major Cycles",
            "Shenandoah Cycles");

    private final Runtime runtime = Runtime.getRuntime();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final BufferPoolMXBean[] directPools;
    private final GarbageCollectorMXBean[] collectors;
    private final boolean[] wholeHeap;
    private final boolean[] concurrent;
    private final boolean multiMapped;
    private final long[] counts;
    private final Set<String> heapPools = new HashSet<>();

    JvmHeapProbe() {
        List<BufferPoolMXBean> direct = new ArrayList<>();
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            if (pool.getName().equals("direct")) {
                direct.add(pool);
            }
        }
        directPools = direct.toArray(BufferPoolMXBean[]::new);
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heapPools.add(pool.getName());
            }
        }
        List<GarbageCollectorMXBean> found = new ArrayList<>();
        for (GarbageCollectorMXBean bean : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
            // The pauses of a concurrent collector are parts of its cycles; what is used then is mostly garbage.
            if (!bean.getName().endsWith("Pauses") && !bean.getName().equals("G1 Concurrent GC")) {
                found.add(bean);
            }
        }
        collectors = found.toArray(GarbageCollectorMXBean[]::new);
        counts = new long[collectors.length];
        wholeHeap = new boolean[collectors.length];
        concurrent = new boolean[collectors.length];
        multiMapped = found.stream().anyMatch(bean -> bean.getName().equals("ZGC Cycles"));
        for (int i = 0; i < collectors.length; i++) {
            wholeHeap[i] = WHOLE_HEAP.contains(collectors[i].getName());
            concurrent[i] = collectors[i].getName().endsWith("Cycles");
        }
    }

    @Override
    public void readFast(HeapReading into) {
        long direct = 0;
        for (BufferPoolMXBean pool : directPools) {
            direct += Math.max(0, pool.getMemoryUsed());
        }
        long committed = runtime.totalMemory();
        into.set(committed - runtime.freeMemory(), committed, runtime.maxMemory(), direct);
        for (int i = 0; i < collectors.length; i++) {
            long count = collectors[i].getCollectionCount();
            if (count > counts[i]) {
                readCollection(into, i, count);
            }
        }
    }

    private void readCollection(HeapReading into, int index, long count) {
        GcInfo info = collectors[index].getLastGcInfo();
        if (info == null) {
            // Counted, and not yet written down: the next reading has it.
            return;
        }
        counts[index] = count;
        long total = 0;
        for (long each : counts) {
            total += each;
        }
        into.setCollection(
                total,
                sum(info.getMemoryUsageBeforeGc()),
                sum(info.getMemoryUsageAfterGc()),
                wholeHeap[index],
                concurrent[index] ? info.getDuration() * 1_000_000 : 0);
    }

    private long sum(Map<String, MemoryUsage> usages) {
        long bytes = 0;
        for (Map.Entry<String, MemoryUsage> entry : usages.entrySet()) {
            if (heapPools.contains(entry.getKey())) {
                bytes += entry.getValue().getUsed();
            }
        }
        return bytes;
    }

    @Override
    public void readDetailed(HeapReading into) {
        into.setMultiMapped(multiMapped);
        into.setNonHeapUsed(memory.getNonHeapMemoryUsage().getUsed());
        readFast(into);
    }

    @Override
    public void collect() {
        memory.gc();
    }
}
