/**
 * What an author of a probe or a sink tests with.
 *
 * <p>A test extends a contract, such as {@link dev.headroom.guard.testkit.MemoryProbeContract} or {@link
 * dev.headroom.guard.testkit.SinkContract}, and says what it tests. What an implementation cannot do, it says by overriding a
 * method; the contract then holds it to that instead. The tests themselves are final: there is no way out but to be right.
 *
 * <p>{@link dev.headroom.guard.testkit.FaultyProbes} and {@link dev.headroom.guard.testkit.FaultySinks} fail in the ways in which probes and
 * sinks do, and {@link dev.headroom.guard.testkit.ManualTime} is a clock that a test moves.
 */
@NullMarked
package dev.headroom.guard.testkit;

import org.jspecify.annotations.NullMarked;
