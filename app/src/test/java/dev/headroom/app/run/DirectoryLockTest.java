package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryLockTest {
    @TempDir
    Path temp;

    @Test
    void theSecondIsRefusedAndDoesNotReleaseTheFirst() throws Exception {
        try (DirectoryLock lock = DirectoryLock.of(temp)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.of(temp.resolve(".")))
                    .isInstanceOf(RunRefusedException.class)
                    .hasMessageContaining("is in use by another run of this process");
            assertThat(lockHeldByAnotherProcess()).isTrue();
        }
        assertThat(temp).isEmptyDirectory();
    }

    /** What the system says to another process. */
    private boolean lockHeldByAnotherProcess() throws Exception {
        String locks = Files.readString(Path.of("/proc/locks"));
        String inode = Files.getAttribute(temp.resolve(DirectoryLock.FILE_NAME), "unix:ino")
                .toString();
        return locks.lines().anyMatch(line -> line.contains(" POSIX ") && line.contains(":" + inode + " "));
    }

    @Test
    void aLockThatAKilledProcessHasLeftIsTakenOver() throws Exception {
        Path file = Files.writeString(temp.resolve(DirectoryLock.FILE_NAME), "process 999999999\n");
        try (DirectoryLock lock = DirectoryLock.of(temp)) {
            assertThat(lock).isNotNull();
            assertThat(file)
                    .content()
                    .isEqualTo("process " + ProcessHandle.current().pid() + "\n");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void atMostOneHoldsItWhileManyComeAndGo() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        Callable<Integer> worker = () -> {
            int most = 0;
            for (int i = 0; i < 200; i++) {
                try (DirectoryLock lock = DirectoryLock.of(temp)) {
                    assertThat(lock).isNotNull();
                    most = Math.max(most, holders.incrementAndGet());
                    taken.incrementAndGet();
                    holders.decrementAndGet();
                } catch (RunRefusedException e) {
                    Thread.onSpinWait();
                }
            }
            return most;
        };
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(pool.submit(worker));
        }
        for (Future<Integer> each : workers) {
            assertThat(each.get()).isLessThanOrEqualTo(1);
        }
        pool.shutdown();
        assertThat(taken.get()).isPositive();
        assertThat(temp).isEmptyDirectory();
    }
}
