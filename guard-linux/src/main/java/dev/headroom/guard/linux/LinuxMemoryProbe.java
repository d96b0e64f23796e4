package dev.headroom.guard.linux;

import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory of the process and of everything that limits it: bytes.
 *
 * <p>Fast: {@code /proc/self/statm} (resident and shared pages; anonymous memory is the difference), the limit of each control group
 * that the process is in, and the usage of those that have one, about 1 µs each. Detailed: {@code /proc/self/status} (RssShmem, VmHWM), {@code /proc/meminfo} (MemTotal, MemAvailable), and
 * {@code memory.stat} of the process's control group and each of its parents that has a limit, version 1 and 2, about 10 µs each. Never
 * blocks. The kernel keeps statm per thread and adds up late: it may be off by some 64 pages per thread.
 */
final class LinuxMemoryProbe implements MemoryProbe {
    private static final byte[] RSS_SHMEM = Text.key("RssShmem:");
    private static final byte[] PEAK_RESIDENT = Text.key("VmHWM:");
    private static final byte[] MEM_TOTAL = Text.key("MemTotal:");
    private static final byte[] MEM_AVAILABLE = Text.key("MemAvailable:");
    private static final int RESIDENT_FIELD = 1;
    private static final int SHARED_FIELD = 2;
    private static final long KB = 1024;
    /** From this change on a fast reading looks up what of the shared pages is memory and what is files. */
    private static final long SHARED_CHANGE_BYTES = 16L << 20;

    private final KernelFiles kernel;
    private final long pageSize;
    private final HeldFile statm;
    private final HeldFile status;
    private final HeldFile meminfo;
    private final Membership membership;
    private List<CgroupMemory> groups = List.of();
    private long sharedMemory;
    private long sharedPages;
    private long sharedPagesThen;

    LinuxMemoryProbe(KernelFiles kernel) {
        this.kernel = kernel;
        pageSize = kernel.auxiliary(AuxiliaryVector.PAGE_SIZE);
        statm = kernel.held("/proc/self/statm", 256);
        status = kernel.held("/proc/self/status", 4096);
        meminfo = kernel.held("/proc/meminfo", 512);
        membership = new Membership(kernel);
    }

    @Override
    public void readFast(MemoryReading into) {
        readProcess(into);
        if (Math.abs(sharedPages - sharedPagesThen) * pageSize > SHARED_CHANGE_BYTES) {
            readStatus(into);
            readProcess(into);
            sharedPagesThen = sharedPages;
        }
        MemoryDomain machine = into.domain(0);
        machine.workingSet().set(into.workingSet());
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).readFast(into.domain(i + 1));
        }
    }

    @Override
    public void readDetailed(MemoryReading into) {
        if (membership.hasChanged()) {
            findGroups();
        }
        into.setDomainCount(groups.size() + 1);
        readStatus(into);
        readProcess(into);
        sharedPagesThen = sharedPages;
        readMachine(into);
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).readDetailed(into.domain(i + 1));
        }
    }

    private void readStatus(MemoryReading into) {
        int statusLength = status.read();
        long shmem = Text.numberOf(status.bytes(), statusLength, RSS_SHMEM);
        sharedMemory = shmem < 0 ? 0 : shmem * KB;
        if (shmem < 0) {
            into.sharedMemory().setUnknown("/proc/self/status has no RssShmem");
        } else {
            into.sharedMemory().set(sharedMemory);
        }
        long peak = Text.numberOf(status.bytes(), statusLength, PEAK_RESIDENT);
        if (peak < 0) {
            into.peakResident().setUnknown("/proc/self/status has no VmHWM");
        } else {
            into.peakResident().set(peak * KB);
        }
    }

    private void findGroups() {
        groups.forEach(CgroupMemory::close);
        List<CgroupMemory> found = new ArrayList<>();
        for (CgroupMembership.Group group : kernel.groups("memory")) {
            Path directory = kernel.path(group.directory());
            if (CgroupMemory.isCounted(group, directory)) {
                found.add(CgroupMemory.of(group, directory));
            }
        }
        groups = found;
    }

    private void readProcess(MemoryReading into) {
        int length = statm.read();
        long resident = Text.numberAt(statm.bytes(), length, RESIDENT_FIELD);
        long shared = Text.numberAt(statm.bytes(), length, SHARED_FIELD);
        if (resident < 0 || shared < 0 || pageSize <= 0) {
            String reason = pageSize <= 0 ? "the size of a page is unknown" : "/proc/self/statm cannot be read";
            into.resident().setUnknown(reason);
            into.workingSet().setUnknown(reason);
            return;
        }
        sharedPages = shared;
        into.resident().set(resident * pageSize);
        into.workingSet().set(Math.max(0, resident - shared) * pageSize + sharedMemory);
    }

    private void readMachine(MemoryReading into) {
        MemoryDomain machine = into.domain(0);
        machine.setName("physical memory");
        int length = meminfo.read();
        long total = Text.numberOf(meminfo.bytes(), length, MEM_TOTAL);
        long available = Text.numberOf(meminfo.bytes(), length, MEM_AVAILABLE);
        // The process counts, and what the others leave to it.
        machine.workingSet().set(into.workingSet());
        if (total < 0 || available < 0) {
            machine.limit().setUnknown("/proc/meminfo cannot be read");
            machine.usage().setUnknown("/proc/meminfo cannot be read");
            machine.available().setUnknown("/proc/meminfo cannot be read");
        } else {
            machine.limit().set(total * KB);
            machine.usage().set(Math.max(0, total - available) * KB);
            machine.available().set(available * KB);
        }
    }

    @Override
    public String source() {
        return "/proc/self/statm, /proc/self/status, /proc/meminfo, memory.usage_in_bytes or memory.current, memory.stat";
    }

    @Override
    public void close() {
        groups.forEach(CgroupMemory::close);
        statm.close();
        status.close();
        meminfo.close();
        membership.close();
    }
}
