/**
 * Probes for Windows. Four calls of kernel32, mapped directly through JNA, fill memory that is kept; pure decoders read it. OSHI tells
 * the memory of the machine, and that of the process where kernel32 cannot be called.
 *
 * <p>The package loads on every system, and touches no class of OSHI or JNA before it has found that the system is Windows.
 *
 * <p>Layouts of structures from Microsoft's documentation of psapi.h, winnt.h and minwinbase.h, for 64-bit processes.
 */
@NullMarked
package dev.headroom.guard.windows;

import org.jspecify.annotations.NullMarked;
