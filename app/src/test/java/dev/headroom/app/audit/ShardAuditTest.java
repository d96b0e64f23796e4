package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.run.RunRequest;
import dev.headroom.app.run.ScriptedGuard;
import dev.headroom.app.run.Shard;
import dev.headroom.app.verify.RunVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shard has neither master data nor balances of its own: its files are checked, and rules are proven on all shards together. */
@Timeout(300)
class ShardAuditTest {
    @TempDir
    Path temp;

    @TempDir
    Path temporary;

    @Test
    void rulesAreProvenOfWhatShardsBecome() throws Exception {
        String company = "{\"code\": \"1000\", \"name\": \"Alpha\", \"currency\": \"EUR\", \"country\": \"DE\"}";
        RunRequest request = AuditedRuns.request(
                EveryIndustryTest.ledger("manufacturing", "small", 6, "2024-04-01", company, 1500),
                ScriptedGuard::calm);
        List<Path> shards = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Path shard = temp.resolve("shard" + number);
            AuditedRuns.run().generate(shard, false, request, new Shard(number, 2), null);
            shards.add(shard);
            assertThat(RunVerification.of(shard).violations()).isEmpty();
            AuditReport rules = AuditedRuns.rules(shard, temporary);
            assertThat(rules.notProven()).contains("it is shard " + number + "/2", "headroom merge");
            assertThat(rules.violations()).isEmpty();
            JournalFindings journal = AuditedRuns.journal(shard, temporary);
            assertThat(journal.notAudited()).contains("it is shard " + number + "/2");
            assertThat(journal.violations()).isEmpty();
        }
        Path merged = temp.resolve("merged");
        AuditedRuns.run().merge(shards, merged, false, manifest -> request);
        AuditReport report = AuditedRuns.rules(merged, temporary);
        assertThat(report.notProven()).isNull();
        assertThat(report.violations()).isEmpty();
    }
}
