/**
 * Probes for Linux. Parsers work on bytes and know no files; readers hold their files open and know no format.
 *
 * <p>Facts from the kernel's documentation: proc(5), Documentation/admin-guide/cgroup-v1/memory.rst, cgroup-v2.rst, accounting/psi.rst.
 */
@NullMarked
package dev.headroom.guard.linux;

import org.jspecify.annotations.NullMarked;
