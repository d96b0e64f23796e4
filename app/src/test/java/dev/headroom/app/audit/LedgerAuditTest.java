package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.audit.AuditReport.ProvenRule;
import dev.headroom.app.verify.RunVerification;
import dev.headroom.sink.Compression.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of every industry, in every format and compression, keep all rules. */
@Timeout(300)
class LedgerAuditTest {
    @TempDir
    Path run;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "manufacturing,ndjson,NONE",
        "retail,csv,ZSTD",
        "financial_services,json,GZIP",
        "healthcare,csv,NONE",
        "technology,csv,GZIP"
    })
    void aRunKeepsAllRules(String industry, String format, Method method) throws Exception {
        AuditedRuns.generate(run, industry, 3000, format, method);
        assertThat(RunVerification.of(run).violations()).isEmpty();
        AuditReport report = AuditedRuns.rules(run, temporary);
        assertThat(report.violations()).isEmpty();
        assertThat(report.notProven()).isNull();
        assertThat(report.format()).isEqualTo(format);
        assertThat(report.rules()).hasSize(Rule.values().length).allMatch(rule -> rule.violations() == 0);
        assertThat(report.rules().stream().filter(rule -> rule.checked() > 0).map(ProvenRule::name))
                .contains("entry-balance", "labels", "entry-approval", "three-way-match", "graph-flags");
        assertThat(report.bytesPutAside()).isPositive();
        assertThat(temporary).isEmptyDirectory();
    }
}
