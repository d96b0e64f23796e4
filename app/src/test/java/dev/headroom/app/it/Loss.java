package dev.headroom.app.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * How a real file system is lost in the middle of a run, in whole or in part. The blocks of a loop device are not taken away beneath a file
 * system that is mounted: ext4 of Linux 6.18 stops at a BUG of its own then (fs/ext4/mballoc.c), and nothing but a restart helps.
 */
public enum Loss {
    /** Everything fails from now on, and what the kernel had not written yet is lost: a machine without power. */
    GONE {
        @Override
        public void strike(MountedDisk disk, Path run) throws Exception {
            // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH, see fs/ext4/ext4.h
            python("""
                    fcntl.ioctl(os.open('%s', os.O_RDONLY), 0x8004587d, struct.pack('I', 2))
                    """.formatted(disk.directory()));
        }
    },
    /** The kernel has found an error and lets nobody write any more. */
    READ_ONLY {
        @Override
        public void strike(MountedDisk disk, Path run) throws Exception {
            Path trigger = Path.of("/sys/fs/ext4", disk.device().getFileName().toString(), "trigger_fs_error");
            Assumptions.assumeTrue(Files.exists(trigger), "this kernel's ext4 cannot be told to fail");
            Files.writeString(trigger, "1");
        }
    },
    /** A file may not be written any more, by whomever. */
    FILE_WITHOUT_PERMISSION {
        @Override
        public void strike(MountedDisk disk, Path run) throws Exception {
            PackagedHeadroom.commandOutput(
                    "chattr", "+i", run.resolve("journal_entries.csv").toString());
        }

        @Override
        public void end(MountedDisk disk, Path run) throws Exception {
            PackagedHeadroom.commandOutput(
                    "chattr", "-i", run.resolve("journal_entries.csv").toString());
        }
    },
    /** Files may be written, but not made or renamed. */
    DIRECTORY_WITHOUT_PERMISSION {
        @Override
        public void strike(MountedDisk disk, Path run) throws Exception {
            PackagedHeadroom.commandOutput("chattr", "+i", run.toString());
        }

        @Override
        public void end(MountedDisk disk, Path run) throws Exception {
            PackagedHeadroom.commandOutput("chattr", "-i", run.toString());
        }
    };

    /**
     * Has it happen.
     *
     * @param disk an ext4
     * @param run the directory of a run on it
     */
    public abstract void strike(MountedDisk disk, Path run) throws Exception;

    /** Has everything be as before, but for what was not on the device. */
    public void end(MountedDisk disk, Path run) throws Exception {
        disk.remount();
    }

    private static void python(String script) throws InterruptedException {
        try {
            PackagedHeadroom.commandOutput("python3", "-c", "import fcntl, os, struct\n" + script);
        } catch (IOException e) {
            Assumptions.abort("the kernel cannot be asked for it: " + e.getMessage());
        }
    }
}
