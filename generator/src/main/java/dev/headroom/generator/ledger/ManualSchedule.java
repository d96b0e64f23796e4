package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/** Manual entries: blocks of consecutive ones belong to one company. Immutable. */
public final class ManualSchedule implements UnitSchedule {
    /** Entries in a block; the last one may have fewer. */
    public static final int BLOCK = 16;

    private static final int COMPANY = 0;
    private static final int DAY = 0;

    private final Timetable timetable;
    private final long entries;
    private final RandomStream blockStream;
    private final RandomStream entryStream;

    /**
     * Makes a schedule.
     *
     * @param entries number of all manual entries
     */
    public ManualSchedule(Timetable timetable, long seed, long entries) {
        this.timetable = timetable;
        this.entries = entries;
        this.blockStream = new RandomStream(seed, "manual block");
        this.entryStream = new RandomStream(seed, "manual entry");
    }

    /** The number of blocks of a number of entries. */
    public static long blocks(long entries) {
        return (entries + BLOCK - 1) / BLOCK;
    }

    long blockKey(long block) {
        return blockStream.key(block);
    }

    int company(long blockKey) {
        return timetable.companyAt(Draw.bits(blockKey, COMPANY));
    }

    int size(long block) {
        return (int) Math.min(BLOCK, entries - block * BLOCK);
    }

    long entryKey(long entry) {
        return entryStream.key(entry);
    }

    int day(int company, long entry, long entryKey) {
        return timetable.dayOf(company, entry, entries, Draw.bits(entryKey, DAY));
    }

    /** Whether all entries of a block are in one fiscal year. */
    boolean isInOneYear(long block, int company, int size) {
        long first = block * BLOCK;
        return timetable.months().yearCount() == 1 || slot(company, first) == slot(company, first + size - 1);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        int company = company(blockKey(ordinal));
        int size = size(ordinal);
        long first = ordinal * BLOCK;
        if (isInOneYear(ordinal, company, size)) {
            numbering[slot(company, first)] += size;
        } else {
            for (int i = 0; i < size; i++) {
                numbering[slot(company, first + i)]++;
            }
        }
        return size;
    }

    private int slot(int company, long entry) {
        return timetable.slot(company, day(company, entry, entryKey(entry)));
    }
}
