package dev.headroom.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the proof of a run's rules found.
 *
 * @param rules each rule with what was checked; empty if rules were not proven
 * @param violations what does not hold, each with rule, file and row
 * @param notProven why rules were not proven; null if they were
 * @param format the format that was read
 * @param bytesPutAside bytes that did not fit in memory and were put aside
 */
public record AuditReport(
        List<ProvenRule> rules,
        List<String> violations,
        @Nullable String notProven,
        String format,
        long bytesPutAside) {

    /**
     * A rule.
     *
     * @param name its name, such as entry-balance
     * @param checked how many entries, rows or values it was checked on
     * @param violations how often it does not hold
     * @param notApplicable why there was nothing to check; null if there was
     */
    public record ProvenRule(
            String name,
            long checked,
            long violations,
            @Nullable String notApplicable) {}

    static AuditReport notProven(String why) {
        return new AuditReport(List.of(), List.of(), why, "", 0);
    }
}
