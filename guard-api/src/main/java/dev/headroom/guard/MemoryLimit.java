package dev.headroom.guard;

import java.util.OptionalLong;

/**
 * One of the limits that the memory of this process counts against, as last read. Immutable. Bytes; an empty value is unknown.
 *
 * @param source where the limit comes from: {@code configuration}, {@code physical memory}, or a control group such as
 *     {@code cgroup v1 /a}
 * @param bytes the limit; empty if there is none or it is unknown, and {@code note} says which
 * @param note {@code unlimited}, or why the limit is unknown; empty where there is a limit
 * @param usage everything that counts against it, page cache included
 * @param workingSet what of that the kernel cannot drop
 * @param available what this process could still get although others count against it too; known of a machine only
 */
public record MemoryLimit(
        String source,
        OptionalLong bytes,
        String note,
        OptionalLong usage,
        OptionalLong workingSet,
        OptionalLong available) {}
