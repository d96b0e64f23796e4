/**
 * The guards: they take readings from probes, compare them with limits, and publish what they found.
 *
 * <p>Start with {@link dev.headroom.guard.ResourceGuard}, which looks after everything with one daemon thread and answers from any
 * thread with one volatile read; or use {@link dev.headroom.guard.MemoryGuard}, {@link dev.headroom.guard.DiskSpaceGuard} and
 * {@link dev.headroom.guard.CpuMonitor} by themselves, without a thread. Sizes are in bytes unless a name ends in {@code Mb}, which is
 * 2^20 bytes.
 */
@NullMarked
package dev.headroom.guard;

import org.jspecify.annotations.NullMarked;
