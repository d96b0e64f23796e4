package dev.headroom.guard.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headroom.probe.Reading;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the contracts of all probes ask in the same way. */
final class ProbeAssertions {
    private static final int ROUNDS = 1_000;

    private ProbeAssertions() {}

    /** Unknown has a reason, and what is a value is not below 0. */
    static void assertSound(String what, Reading reading) {
        assertAll(
                what,
                () -> assertFalse(
                        reading.isUnknown() && reading.reason().isBlank(), what + " is unknown and does not say why"),
                () -> assertFalse(
                        reading.reason().equals("not read yet"), what + " was left untouched by a detailed reading"));
    }

    /** As {@link #assertSound}, and 0 stands for "could not be read" far too often to be believed. */
    static void assertNotZero(String what, Reading reading) {
        assertSound(what, reading);
        assertNotEquals(0, reading.valueOr(1), what + " is 0; what is not known is unknown, with a reason");
    }

    static void assertOneLine(String what, String text) {
        assertFalse(text.isBlank(), what + " is blank");
        assertFalse(text.contains("\n"), what + " has more than one line: " + text);
    }

    /** So many bytes at most, once everything is warm. */
    static void assertAllocates(long bytesAtMost, Runnable reading) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        for (int i = 0; i < ROUNDS; i++) {
            reading.run();
        }
        // The compiler may allocate on the thread's behalf once; a probe does so every time.
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                reading.run();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS);
        }
        assertTrue(least <= bytesAtMost, "a reading allocates " + least + " bytes; " + bytesAtMost + " were stated");
    }

    /** An interrupt is for the thread's owner: the reading goes on, and the flag stays. */
    static void assertIgnoresInterrupt(Runnable reading, Reading expected) {
        Reading.Kind before = expected.kind();
        Thread.currentThread().interrupt();
        try {
            reading.run();
        } finally {
            assertTrue(Thread.interrupted(), "the reading swallowed an interrupt");
        }
        assertEquals(before, expected.kind(), "an interrupted thread reads something else: " + expected);
    }

    /** Runs on another thread and passes on what it throws. */
    static void onAnotherThread(Runnable work) throws InterruptedException {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(work, "contract");
        thread.setUncaughtExceptionHandler((on, throwable) -> thrown.set(throwable));
        thread.start();
        thread.join();
        if (thrown.get() != null) {
            throw new AssertionError("on another thread: " + thrown.get(), thrown.get());
        }
    }
}
