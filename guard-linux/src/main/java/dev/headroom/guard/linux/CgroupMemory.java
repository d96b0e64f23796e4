package dev.headroom.guard.linux;

import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.Reading;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of one control group. Its working set is the usage less the page cache of files, active and inactive; shared memory, and so
 * tmpfs, stays in it. One thread at a time; allocates nothing.
 */
final class CgroupMemory implements AutoCloseable {
    private static final int NUMBER_BYTES = 64;
    private static final int STAT_BYTES = 8192;
    /** Version 1 writes the largest multiple of a page for "no limit". */
    private static final long V1_UNLIMITED = Long.MAX_VALUE - (1L << 20);

    /** What nothing limits is not read, as on a busy machine {@code memory.stat} of a large group is dear. */
    private static final String NOT_LIMITED = "nothing limits the control group";

    private static final byte[] V1_ACTIVE_FILE = Text.key("total_active_file");
    private static final byte[] V1_INACTIVE_FILE = Text.key("total_inactive_file");
    private static final byte[] V2_ACTIVE_FILE = Text.key("active_file");
    private static final byte[] V2_INACTIVE_FILE = Text.key("inactive_file");

    private final int version;
    private final String name;
    private final HeldFile usage;
    private final HeldFile stat;
    private final HeldFile limit;
    private final HeldFile high;
    private long fileCache;

    private CgroupMemory(int version, String name, Path directory) {
        this.version = version;
        this.name = name;
        this.usage = new HeldFile(directory.resolve(usageFile(version)), NUMBER_BYTES);
        this.stat = new HeldFile(directory.resolve("memory.stat"), STAT_BYTES);
        this.limit =
                new HeldFile(directory.resolve(version == 1 ? "memory.limit_in_bytes" : "memory.max"), NUMBER_BYTES);
        // Beyond memory.high a group is slowed down until it hardly moves, which is as good as a limit.
        this.high = new HeldFile(directory.resolve("memory.high"), NUMBER_BYTES);
    }

    private static String usageFile(int version) {
        return version == 1 ? "memory.usage_in_bytes" : "memory.current";
    }

    /** Whether a group counts memory; the topmost group of version 2, and one without the controller, does not. */
    static boolean isCounted(CgroupMembership.Group group, Path directory) {
        return Files.isReadable(directory.resolve(usageFile(group.version())));
    }

    static CgroupMemory of(CgroupMembership.Group group, Path directory) {
        return new CgroupMemory(group.version(), group.name(), directory);
    }

    /** Limits can be lowered at any time, and are cheap to read. */
    void readFast(MemoryDomain into) {
        boolean wasUnlimited = into.limit().isUnlimited();
        readLimit(into.limit());
        if (into.limit().isUnlimited()) {
            setNotLimited(into);
        } else if (wasUnlimited) {
            readDetailed(into);
        } else {
            readUsage(into);
        }
    }

    void readDetailed(MemoryDomain into) {
        into.setName(name);
        into.available().setUnknown("everything in a control group counts as its own");
        readLimit(into.limit());
        if (into.limit().isUnlimited()) {
            setNotLimited(into);
            return;
        }
        int length = stat.read();
        long active = Text.numberOf(stat.bytes(), length, version == 1 ? V1_ACTIVE_FILE : V2_ACTIVE_FILE);
        long inactive = Text.numberOf(stat.bytes(), length, version == 1 ? V1_INACTIVE_FILE : V2_INACTIVE_FILE);
        fileCache = active < 0 || inactive < 0 ? Text.ABSENT : active + inactive;
        readUsage(into);
    }

    private static void setNotLimited(MemoryDomain into) {
        into.usage().setUnknown(NOT_LIMITED);
        into.workingSet().setUnknown(NOT_LIMITED);
    }

    private void readUsage(MemoryDomain into) {
        long bytes = number(usage);
        if (bytes < 0) {
            into.usage().setUnknown("the usage of the control group cannot be read");
            into.workingSet().setUnknown("the usage of the control group cannot be read");
            return;
        }
        into.usage().set(bytes);
        if (fileCache < 0) {
            into.workingSet().setUnknown("memory.stat of the control group cannot be read");
        } else {
            into.workingSet().set(Math.max(0, bytes - fileCache));
        }
    }

    private void readLimit(Reading into) {
        int length = limit.read();
        if (length == HeldFile.FAILED) {
            into.setUnknown("the limit of the control group cannot be read");
            return;
        }
        long most = Text.numberFrom(limit.bytes(), length, 0);
        if (version == 2) {
            long slow = number(high);
            // Neither number is there where the file says "max".
            most = most < 0 ? slow : slow < 0 ? most : Math.min(most, slow);
        }
        if (most < 0 || most >= V1_UNLIMITED) {
            into.setUnlimited();
        } else {
            into.set(most);
        }
    }

    private static long number(HeldFile file) {
        int length = file.read();
        return length == HeldFile.FAILED ? Text.ABSENT : Text.numberFrom(file.bytes(), length, 0);
    }

    @Override
    public void close() {
        usage.close();
        stat.close();
        limit.close();
        high.close();
    }
}
