/**
 * Probes for macOS. What OSHI reads goes through system calls (proc_pidinfo, host_statistics64, host_processor_info); where it cannot be
 * used, the commands ps and top are run now and then, and pure parsers read what they print.
 *
 * <p>The package loads on every system, and touches no class of OSHI before it has found that the system is macOS.
 */
@NullMarked
package dev.headroom.guard.macos;

import org.jspecify.annotations.NullMarked;
