package dev.headroom.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.MemorySource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationReaderTest {
    private final ConfigurationReader reader = new ConfigurationReader(List.of("csv", "ndjson"));

    private HeadroomConfiguration read(String yaml) throws ConfigurationException {
        return reader.readYaml("ledger.yaml", yaml, Overrides.NONE);
    }

    private List<String> problems(String yaml) {
        return problems(yaml, Overrides.NONE);
    }

    private List<String> problems(String yaml, Overrides overrides) {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class, () -> reader.readYaml("ledger.yaml", yaml, overrides));
        assertThat(e).as("problems of %s", yaml).isNotNull();
        return e.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void whatIsNotGivenHasItsDocumentedDefault() throws Exception {
        HeadroomConfiguration configuration = read("transactions: {target_count: 2000000}");

        assertThat(configuration.ledger().transactions().targetCount()).isEqualTo(2_000_000);
        assertThat(configuration.ledger().transactions().documents()).isEqualTo(0.5);
        assertThat(configuration.ledger().industry()).isEqualTo(Industry.MANUFACTURING);
        assertThat(configuration.ledger().complexity()).isEqualTo(Complexity.SMALL);
        assertThat(configuration.ledger().companies()).hasSize(1);
        assertThat(configuration.ledger().groupCurrency()).isEqualTo("USD");
        assertThat(configuration.ledger().anomalies().enabled()).isFalse();
        assertThat(configuration.ledger().dataQuality().enabled()).isFalse();
        assertThat(configuration.workerThreads()).isEmpty();
        assertThat(configuration.memoryLimit()).isEmpty();
        assertThat(configuration.guards().memory().source()).isEqualTo(MemorySource.WORKING_SET);
        assertThat(configuration.guards().degradation().memory().reduced()).isEqualTo(0.70);
        assertThat(configuration.guards().degradation().disk().reducedMb()).isEqualTo(1024);
        assertThat(configuration.output().formats()).containsExactly("csv");
        assertThat(configuration.output().directory()).isEqualTo(Path.of("output"));
    }

    @Test
    void theChaptersExampleIsTaken() throws Exception {
        HeadroomConfiguration configuration = read("""
                global:
                  memory_limit: 2147483648
                  resource_budget:
                    memory:
                      hard_limit_mb: 2048
                    disk:
                      min_free_mb: 500
                      reserve_buffer_mb: 100
                    cpu:
                      enabled: true
                      high_load_threshold: 0.85
                      auto_throttle: true
                    degradation:
                      enabled: true
                      reduced_threshold: 0.70
                      minimal_threshold: 0.85
                """);

        assertThat(configuration.emergency()).isEqualTo(HeadroomConfiguration.Emergency.STOP);
        assertThat(configuration.memoryLimit()).hasValue(2L << 30);
        assertThat(configuration.guards().disk().hardLimitMb()).isEqualTo(500);
        assertThat(configuration.guards().disk().reserveBufferMb()).isEqualTo(100);
        assertThat(configuration.guards().cpu().autoThrottle()).isTrue();
        assertThat(configuration.guards().cpu().criticalIsCeiling()).isFalse();
        assertThat(configuration.guards().degradation().disk().emergencyMb()).isEqualTo(500);
        assertThat(configuration.guards().degradation().disk().minimalMb()).isEqualTo(900);
        assertThat(configuration.guards().degradation().disk().reducedMb()).isEqualTo(1024);
    }

    @Test
    void aCriticalLoadAloneIsACeilingThatIsHeld() throws Exception {
        CpuMonitorConfig cpu = read("global: {resource_budget: {cpu: {critical_load_threshold: 0.5}}}")
                .guards()
                .cpu();

        assertThat(cpu.criticalIsCeiling()).isTrue();
        assertThat(cpu.autoThrottle()).isTrue();
        assertThat(cpu.highLoadThreshold()).isEqualTo(0.5);
        assertThat(read("global: {resource_budget: {cpu: {critical_load_threshold: 0.5, auto_throttle: false}}}")
                        .guards()
                        .cpu()
                        .autoThrottle())
                .isFalse();
        assertThat(read("{}").guards().cpu().autoThrottle()).isFalse();
    }

    @Test
    void inAFileForPeopleEachKeyCanBeChangedAlone() throws Exception {
        String written = read("{}").toCommentedYaml();

        assertThat(written).contains("# disk_reduced_mb: 1024", "min_free_mb: 100", "# high_load_threshold: 0.85");
        assertThat(read(written.replace("min_free_mb: 100", "min_free_mb: 2000"))
                        .guards()
                        .degradation()
                        .disk()
                        .minimalMb())
                .isEqualTo(2400);
        assertThat(read(written.replace("# critical_load_threshold:", "critical_load_threshold: 0.5"))
                        .guards()
                        .cpu()
                        .autoThrottle())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "268435456, 268435456",
        "256MB, 268435456",
        "256 mb, 268435456",
        "256MiB, 268435456",
        "262144K, 268435456",
        "2GB, 2147483648",
        "1.5g, 1610612736",
        "\"2GB\", 2147483648",
    })
    void sizesAreBytesOrHaveAUnit(String written, long bytes) throws Exception {
        assertThat(read("global: {memory_limit: " + written + "}").memoryLimit())
                .hasValue(bytes);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlaceAndWhatToDo() {
        assertThat(problems("""
                        global:
                          sead: 1
                          industry: retial
                          start_date: 2025-02-30
                        transactions:
                          target_count: -5
                        output:
                          formats: [csv, exel]
                        """))
                .containsExactly(
                        "ledger.yaml:2:3: global.sead: is not a key; did you mean global.seed?",
                        "ledger.yaml:3:13: global.industry: 'retial' is not known; did you mean retail? It is one of"
                                + " manufacturing, retail, financial_services, healthcare, technology",
                        "ledger.yaml:4:15: global.start_date: 2025-02-30 is no date: the month has 28 days; correct it,"
                                + " and give the first of a month",
                        "ledger.yaml:6:17: transactions.target_count: -5 is below the minimum 1; give a whole number, 1"
                                + " to 2000000000",
                        "ledger.yaml:8:12: output.formats: 'exel' is not a known format; there are csv, ndjson and"
                                + " none; one of a plug-in needs its jar in plugins/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target_count: 5 | 1:1: target_count: is not a key here; did you mean transactions.target_count?",
                "transactions: 5 | 1:15: transactions: is 5, not a section; write its keys below it, indented, or leave it out",
                "transactions: | 1:14: transactions: has nothing in it; write its keys below it, indented, or leave it out",
                "transactions: {target_count: many} | 1:30: transactions.target_count: 'many' is not a whole number; give a whole number, 1 to 2000000000",
                "transactions: {target_count: '5'} | 1:30: transactions.target_count: '5' is text; write the number without quotes",
                "transactions: {target_count: 1.5} | 1:30: transactions.target_count: 1.5 is not a whole number; give a whole number, 1 to 2000000000",
                "transactions: {target_count: 010} | 1:30: transactions.target_count: 010 begins with 0, which some readers take for octal; leave the 0 out",
                "transactions: {target_count: [1]} | 1:30: transactions.target_count: is a list; give a whole number, 1 to 2000000000",
                "transactions: {target_count: } | 1:29: transactions.target_count: has no value; give a whole number, 1 to 2000000000",
                "transactions: {target_count: 99999999999999999999} | 1:30: transactions.target_count: 99999999999999999999 is above the maximum 2000000000; give a whole number, 1 to 2000000000",
                "anomaly_injection: {total_rate: 2%} | 1:33: anomaly_injection.total_rate: '2%' is not a number; write per cent as a fraction, such as 0.05",
                "anomaly_injection: {total_rate: 1.01} | 1:33: anomaly_injection.total_rate: 1.01 is above 1; give a number, 0 to 1",
                "anomaly_injection: {total_rate: .nan} | 1:33: anomaly_injection.total_rate: .nan is not a number; give a number, 0 to 1",
                "anomaly_injection: {enabled: yes} | 1:30: anomaly_injection.enabled: yes is neither true nor false; write true or false",
                "global: {start_date: 2025-13-01} | 1:22: global.start_date: 2025-13-01 is no date: there is no month 13; correct it",
                "global: {start_date: 2025-01-15} | 1:22: global.start_date: 2025-01-15 is not the first of a month; give 2025-01-01",
                "global: {memory_limit: 10MB} | 1:24: global.memory_limit: '10MB' is below the minimum of 160 MB; give a larger size",
                "global: {memory_limit: lots} | 1:24: global.memory_limit: 'lots' is not a size; give a size such as 256MB, 2GB or a number of bytes, at least 160 MB",
                "output: {formats: csv} | 1:19: output.formats: 'csv' is not a list; write it as [csv]",
                "output: {formats: []} | 1:19: output.formats: is empty; name a format, such as [csv], or [none] to write nothing",
                "output: {formats: [csv, none]} | 1:19: output.formats: none goes with no other format; leave it or the others out",
                "output: {compression: zip} | 1:23: output.compression: 'zip' is not known; did you mean gzip? It is one of none, gzip, zstd",
                "output: {compression_level: 3} | 1:29: output.compression_level: is given, and output.compression is none; leave it out, or give gzip or zstd",
                "output: {compression: gzip, compression_level: 12} | 1:48: output.compression_level: 12 is not a level of gzip; give 1 to 9",
                "output: {formats: [json]} | 1:19: output.formats: 'json' is not a known format; did you mean ndjson? There are csv, ndjson and none; one of a plug-in needs its jar in plugins/",
                "servlet: {port: 1} | 1:1: servlet: is not a key; did you mean server?",
                "companies: [] | 1:12: companies: is empty; name a company, or leave the key out",
                "companies: [{code: A1, currency: USD}] | 1:13: companies[0].country: is missing; give ISO 3166 code of a country in two letters, such as US",
                "transactions: {sources: {manual: 0.4}} | 1:16: transactions.sources: the shares manual 0.4, documents 0.5, interface 0.2, recurring 0.07, adjustment 0.03 add up to 1.2, not to 1; give all of them so that they do",
                "global: {memory_limit: 1GB, resource_budget: {memory: {hard_limit_mb: 512}}} | 1:71: global.resource_budget.memory.hard_limit_mb: 512 MB is not the 1 GB of global.memory_limit, which is the same setting; keep one of them",
                "global: {resource_budget: {degradation: {auto_recovery: false, on_emergency: wait}}} | 1:78: global.resource_budget.degradation.on_emergency: wait would be in vain where auto_recovery is false, as the level never recovers; give stop, or auto_recovery: true",
                "global: {resource_budget: {memory: {soft_limit_mb: 512}}} | 1:52: global.resource_budget.memory.soft_limit_mb: needs a memory limit to be a part of; give global.memory_limit as well",
                "global: {resource_budget: {degradation: {reduced_threshold: 0.9}}} | 1:28: global.resource_budget.degradation: reduced_threshold 0.9, minimal_threshold 0.85 and emergency_threshold 0.95 do not rise; give them in this order",
                "[1] | 1:1: the configuration is a list, not keys with values; begin it with a key such as 'global:' or 'transactions:'",
                "global: {seed: !!int 5} | 1:16: the tag !tag:yaml.org,2002:int is not supported; write the plain value",
            })
    void aProblemSaysWhereWhatAndWhatToDo(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly("ledger.yaml:" + problem);
    }

    @Test
    void aKeyGivenTwiceIsAProblem() {
        assertThat(problems("global:\n  seed: 1\n  seed: 2\n"))
                .containsExactly("ledger.yaml:3:3: global.seed: is given twice, first in line 2; keep one");
    }

    @Test
    void whatTheLedgerRefusesHasItsPlaceToo() {
        assertThat(problems("master_data: {employees: {count: 1}}"))
                .singleElement()
                .asString()
                .startsWith("ledger.yaml:1:34: master_data.employees.count: 1 is too few; ");
        assertThat(problems("companies: [{code: A, currency: XXX, country: DE}]"))
                .singleElement()
                .asString()
                .startsWith("ledger.yaml:1:33: companies[0].currency: 'XXX' is not a supported currency; ");
    }

    @Test
    void whatIsWrongWithEachCompanyIsTold() {
        assertThat(problems("""
                        companies:
                          - {code: A, currency: XXX, country: DE}
                          - {code: A, currency: YYY, country: QQ}
                          - {currency: EUR, country: ZZ}
                        output: {formats: [xml]}
                        """))
                .extracting(problem -> problem.replaceFirst("(is|are) .*", "$1"))
                .containsExactly(
                        "ledger.yaml:2:25: companies[0].currency: 'XXX' is",
                        "ledger.yaml:3:12: companies[1].code: A is",
                        "ledger.yaml:3:25: companies[1].currency: 'YYY' is",
                        "ledger.yaml:3:39: companies[1].country: 'QQ' is",
                        "ledger.yaml:4:5: companies[2].code: is",
                        "ledger.yaml:4:30: companies[2].country: 'ZZ' is",
                        "ledger.yaml:5:19: output.formats: 'xml' is");
    }

    @Test
    void aCompanyCodeIsGivenOnce() {
        assertThat(problems("""
                        companies:
                          - {code: 1000, currency: USD, country: US}
                          - {code: "1000", currency: NOK, country: NO}
                        """))
                .containsExactly("ledger.yaml:3:12: companies[1].code: 1000 is another company's; give each its own");
    }

    @Test
    void syntaxErrorsAreOneLine() {
        assertThat(problems("global: {seed: 1\n"))
                .singleElement()
                .asString()
                .startsWith("ledger.yaml:2:1: is not valid YAML: ")
                .doesNotContain("\n");
        assertThat(problems("a: b: c")).singleElement().asString().startsWith("ledger.yaml:1:5: is not valid YAML: ");
        assertThat(problems("seed: \"abc")).singleElement().asString().doesNotContain("\n");
    }

    @Test
    void anEmptyConfigurationIsAProblem() {
        String expected =
                "ledger.yaml: the configuration is empty; write one with 'headroom init -o FILE', or use --demo";
        assertThat(problems("")).containsExactly(expected);
        assertThat(problems("# nothing but this\n")).containsExactly(expected);
        assertThat(problems("---\n")).containsExactly(expected);
    }

    @Test
    void aSecondDocumentIsAProblem() {
        assertThat(problems("global: {seed: 1}\n---\nglobal: {seed: 2}\n"))
                .singleElement()
                .asString()
                .endsWith("a second document begins here; keep one configuration in a file");
    }

    @Test
    void aliasesAreNeverMultiplied() throws Exception {
        assertThat(read("""
                        document_flows: {p2p: &flow {late_payment: 0.3}}
                        """).ledger().purchaseFlow().latePayment()).isEqualTo(0.3);
        assertThat(problems("a: &a [x]\nb: &b [*a, *a]\nc: [" + "*b, ".repeat(60) + "*b]\n"))
                .singleElement()
                .asString()
                .contains("more than 50 aliases");
        assertThat(problems("global: &loop {seed: *loop}"))
                .singleElement()
                .asString()
                .contains("the alias *loop names no section or list that is complete before it");
    }

    @Test
    void aliasesOfAliasesAreRefusedWhereTheyMultiply() {
        String nine = "[*x,*x,*x,*x,*x,*x,*x,*x,*x]\n";
        assertThat(problems("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b " + nine.replace("x", "a") + "c: &c "
                        + nine.replace("x", "b") + "d: &d " + nine.replace("x", "c") + "e: " + nine.replace("x", "d")))
                .containsExactly("ledger.yaml:5:5: aliases of aliases stand for more than 10000 values; write out what"
                        + " is needed");
    }

    @Test
    void anAliasStandsForASectionOrList() throws Exception {
        assertThat(read("""
                        companies: &group
                          - {code: 1000, currency: NOK, country: NO}
                        """).ledger().companies())
                .extracting(company -> company.country())
                .containsExactly("NO");
        assertThat(problems("a: &formats [csv]\noutput: {formats: *formats}\n"))
                .as("the alias is no problem")
                .singleElement()
                .asString()
                .startsWith("ledger.yaml:1:1: a: is not a key;");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problems("[".repeat(100_000))).singleElement().asString().contains("nested more than 20 deep");
    }

    @Test
    void endlessProblemsAreCutOff() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            yaml.append("k").append(i).append(": 1\n");
        }
        assertThat(problems(yaml.toString()))
                .hasSize(101)
                .last()
                .isEqualTo("ledger.yaml: has 400 more problems; correct these first");
    }

    @Test
    void automatedStandsForDocumentsAndInterface() throws Exception {
        var transactions =
                read("transactions: {sources: {manual: 0.13, automated: 0.77, recurring: 0.07, adjustment: 0.03}}")
                        .ledger()
                        .transactions();
        assertThat(transactions.documents()).isEqualTo(0.55);
        assertThat(transactions.interfaces()).isEqualTo(0.22);
        assertThat(problems("transactions: {sources: {automated: 0.6, documents: 0.5, interface: 0.2}}"))
                .containsExactly("ledger.yaml:1:37: transactions.sources.automated: 0.6 is not the sum of documents and"
                        + " interface; leave it out or make it their sum");
    }

    @Test
    void aSectionOfInjectionsThatIsWrittenIsMeant() throws Exception {
        assertThat(read("anomaly_injection: {total_rate: 0.1}")
                        .ledger()
                        .anomalies()
                        .enabled())
                .isTrue();
        assertThat(read("anomaly_injection: {enabled: false, total_rate: 0.1}")
                        .ledger()
                        .anomalies()
                        .enabled())
                .isFalse();
    }

    @Test
    void optionsTakeThePlaceOfTheFilesValues() throws Exception {
        Overrides overrides = Overrides.NONE
                .with("--seed", "global.seed", "-7")
                .with("--threads", "global.worker_threads", "3")
                .with("--memory-limit", "global.memory_limit", "1GB")
                .with("--format", "output.formats", "ndjson, csv")
                .with("--output", "output.directory", "some where");
        HeadroomConfiguration configuration = reader.readYaml(
                "ledger.yaml", "global: {seed: 1, resource_budget: {memory: {hard_limit_mb: 512}}}", overrides);

        assertThat(configuration.ledger().seed()).isEqualTo(-7);
        assertThat(configuration.workerThreads()).hasValue(3);
        assertThat(configuration.memoryLimit()).hasValue(1L << 30);
        assertThat(configuration.output().formats()).containsExactly("ndjson", "csv");
        assertThat(configuration.output().directory()).isEqualTo(Path.of("some where"));
    }

    @Test
    void problemsWithOptionsNameTheOption() {
        Overrides overrides = Overrides.NONE
                .with("--threads", "global.worker_threads", "0")
                .with("--format", "output.formats", "cvs")
                .with("--memory-limit", "global.memory_limit", "1M");
        assertThat(problems("global: {sede: 1}", overrides))
                .containsExactly(
                        "ledger.yaml:1:10: global.sede: is not a key; did you mean global.seed?",
                        "--threads: 0 is below the minimum 1; give a whole number, 1 to 256",
                        "--memory-limit: '1M' is below the minimum of 160 MB; give a larger size",
                        "--format: 'cvs' is not a known format; did you mean csv? There are csv, ndjson and none; one of a plug-in needs its jar in plugins/");
    }

    @Test
    void whatIsWrittenDownIsReadBack() throws Exception {
        HeadroomConfiguration demo = reader.readDemo(Overrides.NONE
                .with("--memory-limit", "global.memory_limit", "300MB")
                .with("--threads", "global.worker_threads", "2"));
        HeadroomConfiguration again = reader.readJson("manifest.json", demo.toJson(), Overrides.NONE);

        assertThat(again).isEqualTo(demo);
        assertThat(again.toJson()).isEqualTo(demo.toJson());
        assertThat(again.hash()).isEqualTo(demo.hash());
    }

    @Test
    void theHashCoversWhatDeterminesBytesAndNothingElse() throws Exception {
        String hash = read("global: {seed: 1}").hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(read("global: {seed: 1, worker_threads: 7, memory_limit: 1GB}\noutput: {formats: [ndjson]}")
                        .hash())
                .isEqualTo(hash);
        assertThat(read("global: {seed: 1, start_date: 2025-01-01}").hash()).isEqualTo(hash);
        assertThat(read("global: {seed: 2}").hash()).isNotEqualTo(hash);
        assertThat(read("global: {seed: 1}\ndocument_flows: {p2p: {late_payment: 0.16}}")
                        .hash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @EnumSource(value = Industry.class, mode = EnumSource.Mode.EXCLUDE, names = "MANUFACTURING")
    void anExampleOfAnotherIndustryIsTheDemonstrationButForItsNames(Industry industry) throws Exception {
        Overrides overrides = Overrides.NONE.with(
                "--industry", "global.industry", industry.name().toLowerCase(Locale.ROOT));
        HeadroomConfiguration demo = reader.readDemo(overrides);
        HeadroomConfiguration example = reader.readExample(overrides);

        assertThat(example.ledger().companies())
                .extracting(Company::name)
                .doesNotContainAnyElementsOf(
                        demo.ledger().companies().stream().map(Company::name).toList())
                .doesNotHaveDuplicates();
        assertThat(reader.readExample(Overrides.NONE)).isEqualTo(reader.readDemo(Overrides.NONE));
        assertThat(example.ledger()
                        .withCompanies("EUR", demo.ledger().companies().toArray(Company[]::new)))
                .isEqualTo(demo.ledger());
    }

    @Test
    void theDemonstrationHasThreeCurrenciesAndAllInjections() throws Exception {
        HeadroomConfiguration demo = reader.readDemo(Overrides.NONE);

        assertThat(demo.ledger().transactions().targetCount()).isEqualTo(10_000);
        assertThat(demo.ledger().companies())
                .extracting(company -> company.currency())
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(demo.ledger().anomalies().enabled()).isTrue();
        assertThat(demo.ledger().dataQuality().enabled()).isTrue();
        assertThat(demo.ledger().startDate()).isEqualTo(LocalDate.of(2025, 1, 1));
    }
}
