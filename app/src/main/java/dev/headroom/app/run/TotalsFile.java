package dev.headroom.app.run;

import dev.headroom.generator.LedgerTotals;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code totals.bin}: the totals of the ledger over the completed ranges.
 *
 * <p>A manifest and the totals that belong to it cannot be replaced in one moment. So the manifest names the totals by their hash, and
 * they are in one of two files, of which the next ones take the other: whatever manifest a crash leaves, its totals are there. While a run
 * writes, both files are longer than they need be: blocks for totals that grow, so that a full disk cannot prevent the last checkpoint.
 */
final class TotalsFile {
    static final String FILE_NAME = Manifest.TOTALS_NAME;
    static final String NEXT_NAME = Manifest.NEXT_TOTALS_NAME;

    static final List<String> NAMES = List.of(FILE_NAME, NEXT_NAME);
    private static final int BUFFER_BYTES = 1 << 13;
    private static final int SPACE_STEP = 1 << 14;
    /** What a cell takes at most. */
    private static final int CELL_BYTES = 55;

    private final Path directory;
    /** Length of each file. */
    private final long[] lengths = new long[2];
    /** The file that the manifest does not name. */
    private int free;

    private TotalsFile(Path directory, int free) {
        this.directory = directory;
        this.free = free;
    }

    /**
     * Opens the files of a run.
     *
     * @param standing what the manifest says; null before the first totals
     */
    static TotalsFile open(Path directory, @Nullable RecordedTotals standing) throws IOException {
        Path named = standing == null ? null : standing.fileIn(directory);
        TotalsFile file = new TotalsFile(directory, named != null && named.endsWith(FILE_NAME) ? 1 : 0);
        file.setSpaceAside(0);
        return file;
    }

    /**
     * Reads the totals that a manifest names; empty ones where it names none.
     *
     * @throws RunRefusedException if they are not there
     */
    static LedgerTotals read(Path directory, @Nullable RecordedTotals recorded)
            throws IOException, RunRefusedException {
        if (recorded == null) {
            return new LedgerTotals();
        }
        Path file = fileOf(directory, recorded);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER_BYTES))) {
            return LedgerTotals.readFrom(in);
        }
    }

    /**
     * Makes sure that the totals can be read that a manifest names, without the memory that they take.
     *
     * @throws RunRefusedException if they are not there
     */
    static void check(Path directory, @Nullable RecordedTotals recorded) throws IOException, RunRefusedException {
        if (recorded != null) {
            fileOf(directory, recorded);
        }
    }

    private static Path fileOf(Path directory, RecordedTotals recorded) throws IOException, RunRefusedException {
        Path found = recorded.fileIn(directory);
        if (found == null) {
            Path file = directory.resolve(FILE_NAME);
            throw new RunRefusedException(file + (Files.exists(file) ? " is not what was written" : " is missing")
                    + "; put back what was written, or generate anew");
        }
        return found;
    }

    /**
     * Gives the totals that the last manifest of a run names their lasting name and the space back that was set aside behind them, and
     * removes the others.
     */
    static void settle(Path directory, @Nullable RecordedTotals recorded) throws IOException {
        Path named = recorded == null ? null : recorded.fileIn(directory);
        if (recorded != null && named != null) {
            giveSpaceBack(named, recorded.bytes());
        }
        if (named != null && named.endsWith(NEXT_NAME)) {
            Files.move(
                    named,
                    directory.resolve(FILE_NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            DurableDirectory.force(directory);
        } else if (named != null || recorded == null) {
            Files.deleteIfExists(directory.resolve(NEXT_NAME));
        }
    }

    private static void giveSpaceBack(Path file, long bytes) throws IOException {
        if (Files.size(file) > bytes) {
            try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
                longer.setLength(bytes);
            }
        }
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Has blocks for totals of so many cells. */
    void setSpaceAside(long cells) throws IOException {
        long needed = 1 + CELL_BYTES * cells;
        if (lengths[free] >= needed) {
            return;
        }
        // More than that, since totals grow in many small steps.
        long wanted = (needed + needed / 4 + SPACE_STEP - 1) / SPACE_STEP * SPACE_STEP;
        try (RandomAccessFile file = openFree()) {
            file.seek(file.length());
            byte[] zeros = new byte[SPACE_STEP];
            while (file.length() < wanted) {
                file.write(zeros);
            }
            file.getFD().sync();
            lengths[free] = file.length();
        }
    }

    private RandomAccessFile openFree() throws IOException {
        return new RandomAccessFile(directory.resolve(NAMES.get(free)).toFile(), "rw");
    }

    /**
     * Writes totals beside those that the manifest names; {@link #force} is still to follow.
     */
    RecordedTotals write(LedgerTotals totals) throws IOException {
        MessageDigest digest = newDigest();
        try (RandomAccessFile file = openFree()) {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    new DigestOutputStream(new FileOutputStream(file.getFD()), digest), BUFFER_BYTES));
            totals.writeTo(out);
            out.flush();
            long bytes = file.getFilePointer();
            lengths[free] = file.length();
            return new RecordedTotals(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Makes what was written durable. */
    void force() throws IOException {
        try (RandomAccessFile file = openFree()) {
            file.getFD().sync();
        }
    }

    /** The manifest names what was written last, so the other file is free. */
    void stands() {
        free = 1 - free;
    }
}
