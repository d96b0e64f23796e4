package dev.headroom.app.config;

import static dev.headroom.app.config.LedgerSettings.*;
import static dev.headroom.app.config.RunSettings.*;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.DataQuality;
import dev.headroom.generator.LedgerConfiguration.MasterData;
import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.LedgerShape;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.sink.Compression;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the values against one another and makes a configuration of them. */
final class ConfigurationBinding {
    /** Sums of shares written with a few digits are off by less. */
    private static final double ROUNDING = 1e-9;

    private static final List<Setting<LedgerConfiguration, Double>> SOURCES =
            List.of(MANUAL, DOCUMENTS, INTERFACE, RECURRING, ADJUSTMENT);
    private static final List<Setting<LedgerConfiguration, Double>> CATEGORIES =
            List.of(FRAUD, ERROR, PROCESS, STATISTICAL, RELATIONAL);
    private static final List<Setting<LedgerConfiguration, Double>> DUPLICATE_KINDS =
            List.of(EXACT_DUPLICATES, NEAR_DUPLICATES, FUZZY_DUPLICATES);

    private final Values values;
    private final List<String> formats;

    ConfigurationBinding(Values values, List<String> formats) {
        this.values = values;
        this.formats = formats;
    }

    /**
     * The configuration; null where there are problems.
     *
     * @param shape the ledger's shape; null if it has yet to be counted
     */
    @Nullable
    HeadroomConfiguration bind(@Nullable LedgerShape shape) {
        List<Company> companies = companies();
        double[] sources = sources();
        checkSum("anomaly_injection", CATEGORIES);
        checkSum("data_quality", DUPLICATE_KINDS);
        ResourceGuardConfig guards = new GuardBinding(values).bind();
        checkEmergency();
        checkFormats();
        Optional<Compression> compression = compression();
        Path directory = directory();
        if (guards == null || compression.isEmpty() || !values.problems().isEmpty()) {
            return null;
        }
        LedgerConfiguration ledger = new LedgerConfiguration(
                values.get(SEED),
                values.get(INDUSTRY),
                values.get(START_DATE),
                whole(PERIOD_MONTHS),
                values.given(GROUP_CURRENCY).orElse(companies.get(0).currency()),
                companies,
                values.get(COMPLEXITY),
                new Transactions(values.get(TARGET_COUNT), sources[0], sources[1], sources[2], sources[3], sources[4]),
                new MasterData(
                        whole(VENDORS),
                        whole(CUSTOMERS),
                        whole(MATERIALS),
                        whole(EMPLOYEES),
                        whole(COST_CENTERS),
                        whole(ASSETS)),
                new PurchaseFlow(
                        values.get(THREE_WAY_MATCH_RATE),
                        values.get(PARTIAL_DELIVERY),
                        values.get(PRICE_VARIANCE),
                        values.get(PRICE_VARIANCE_LIMIT),
                        values.get(QUANTITY_VARIANCE),
                        values.get(LATE_PAYMENT),
                        values.get(PARTIAL_PAYMENT),
                        whole(RECEIPT_LAG_DAYS),
                        whole(INVOICE_LAG_DAYS),
                        whole(PAYMENT_LAG_DAYS)),
                new SalesFlow(
                        values.get(PARTIAL_SHIPMENT),
                        values.get(RETURN),
                        values.get(BAD_DEBT),
                        whole(DELIVERY_LAG_DAYS),
                        whole(BILLING_LAG_DAYS),
                        whole(COLLECTION_LAG_DAYS)),
                new Anomalies(
                        isEnabled(ANOMALIES_ENABLED),
                        values.get(TOTAL_RATE),
                        values.get(FRAUD),
                        values.get(ERROR),
                        values.get(PROCESS),
                        values.get(STATISTICAL),
                        values.get(RELATIONAL)),
                new DataQuality(
                        isEnabled(QUALITY_ENABLED),
                        values.get(MISSING),
                        values.get(DATE_FORMAT),
                        values.get(AMOUNT_FORMAT),
                        values.get(IDENTIFIER_FORMAT),
                        values.get(TEXT_FORMAT),
                        values.get(DUPLICATES),
                        values.get(EXACT_DUPLICATES),
                        values.get(NEAR_DUPLICATES),
                        values.get(FUZZY_DUPLICATES),
                        values.get(TYPOS),
                        values.get(ENCODING)),
                isEnabled(GRAPH_ENABLED));
        LedgerShape checkedShape = checkedShape(ledger, shape);
        if (checkedShape == null) {
            return null;
        }
        return new HeadroomConfiguration(
                ledger,
                checkedShape,
                values.given(WORKER_THREADS)
                        .map(threads -> OptionalInt.of(Math.toIntExact(threads)))
                        .orElse(OptionalInt.empty()),
                guards,
                new HeadroomConfiguration.Emergency(
                        values.get(ON_EMERGENCY), Duration.ofMillis(values.get(EMERGENCY_MAX_WAIT_MS))),
                new HeadroomConfiguration.Output(
                        directory,
                        values.get(FORMATS),
                        compression.get(),
                        whole(BATCH_ROWS),
                        Duration.ofMillis(values.get(CHECKPOINT_INTERVAL_MS))),
                new HeadroomConfiguration.Server(
                        isEnabled(SERVER_ENABLED), values.get(SERVER_ADDRESS), whole(SERVER_PORT)));
    }

    /** The shape of the ledger, which has to be possible; null if it is not. */
    private @Nullable LedgerShape checkedShape(LedgerConfiguration ledger, @Nullable LedgerShape shape) {
        try {
            return (shape == null ? Ledger.of(ledger) : Ledger.of(ledger, shape)).shape();
        } catch (InvalidLedgerConfigurationException e) {
            values.reject(writtenKey(e.key()), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The key that somebody wrote: where the group's currency is left out, it is the first company's. */
    private String writtenKey(String key) {
        return key.equals(GROUP_CURRENCY.path()) && !values.isWritten(key)
                ? Values.pathOf(LedgerSettings.CURRENCY, 0)
                : key;
    }

    private int whole(Setting<?, Long> setting) {
        return Math.toIntExact(values.get(setting));
    }

    /** A section that somebody writes is meant to have an effect. */
    private boolean isEnabled(Setting<?, Boolean> setting) {
        return values.given(setting).orElse(values.isWritten(setting.section()));
    }

    private List<Company> companies() {
        if (!values.isWritten("companies")) {
            return List.of(new Company("1000", "Company 1000", "USD", "US", 1));
        }
        List<Company> companies = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < values.companies(); i++) {
            Optional<String> code = required(CODE, i);
            Optional<String> currency = required(CURRENCY, i);
            Optional<String> country = required(COUNTRY, i);
            if (code.isPresent() && !codes.add(code.get())) {
                values.reject(Values.pathOf(CODE, i), code.get() + " is another company's; give each its own");
            }
            // What is missing is told; something sound in its place lets the rest be checked.
            Company company = new Company(
                    code.orElse("1000"),
                    values.given(NAME, i).orElse("Company " + code.orElse("1000")),
                    currency.orElse("USD"),
                    country.orElse("US"),
                    values.given(VOLUME_WEIGHT, i).orElse(1.0));
            Ledger.problemsOf(company, "companies[" + i + "]")
                    .forEach(problem -> values.reject(problem.key(), String.valueOf(problem.getMessage())));
            companies.add(company);
        }
        return List.copyOf(companies);
    }

    private <T> Optional<T> required(Setting<?, T> setting, int company) {
        Optional<T> value = values.given(setting, company);
        String path = Values.pathOf(setting, company);
        if (value.isEmpty() && values.isSound(path) && values.isSound("companies[" + company + "]")) {
            values.reject(path, "is missing; give " + setting.type().range());
        }
        return value;
    }

    /** The shares of the sources, in their order. */
    private double[] sources() {
        double[] shares =
                SOURCES.stream().mapToDouble(source -> values.get(source)).toArray();
        Optional<Double> automated = values.given(AUTOMATED);
        if (!values.areSound(SOURCES) || !values.isSound(AUTOMATED.path())) {
            return shares;
        }
        if (automated.isPresent()) {
            boolean documentsGiven = values.given(DOCUMENTS).isPresent();
            boolean interfaceGiven = values.given(INTERFACE).isPresent();
            if (!documentsGiven && !interfaceGiven) {
                shares[1] = rounded(automated.get() * 5 / 7);
                shares[2] = rounded(automated.get() - shares[1]);
            } else if (!interfaceGiven) {
                shares[2] = rounded(automated.get() - shares[1]);
            } else if (!documentsGiven) {
                shares[1] = rounded(automated.get() - shares[2]);
            }
            if (shares[1] < 0 || shares[2] < 0 || Math.abs(shares[1] + shares[2] - automated.get()) > ROUNDING) {
                values.reject(
                        AUTOMATED.path(),
                        DecimalNumber.shortest(automated.get())
                                + " is not the sum of documents and interface; leave it out or make it their sum");
                return shares;
            }
        }
        checkSum("transactions.sources", SOURCES, shares);
        return shares;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e12) / 1e12;
    }

    private void checkSum(String section, List<Setting<LedgerConfiguration, Double>> parts) {
        checkSum(section, parts, parts.stream().mapToDouble(values::get).toArray());
    }

    private void checkSum(String section, List<Setting<LedgerConfiguration, Double>> parts, double[] shares) {
        double sum = 0;
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            shown.append(i == 0 ? "" : ", ")
                    .append(parts.get(i).name())
                    .append(' ')
                    .append(DecimalNumber.shortest(shares[i]));
        }
        if (values.areSound(parts) && Math.abs(sum - 1) > ROUNDING) {
            values.reject(
                    section,
                    "the shares " + shown + " add up to " + DecimalNumber.shortest(rounded(sum))
                            + ", not to 1; give all of them so that they do");
        }
    }

    private void checkEmergency() {
        if (values.get(ON_EMERGENCY) == OnEmergency.WAIT && !values.get(AUTO_RECOVERY)) {
            values.reject(
                    ON_EMERGENCY.path(),
                    "wait would be in vain where auto_recovery is false, as the level never recovers; give stop, or"
                            + " auto_recovery: true");
        }
    }

    private void checkFormats() {
        List<String> asked = values.get(FORMATS);
        if (asked.contains("none")) {
            if (asked.size() > 1) {
                values.reject(FORMATS.path(), "none goes with no other format; leave it or the others out");
            }
            return;
        }
        for (String format : asked) {
            if (!formats.contains(format)) {
                String known = formats.stream().sorted().collect(Collectors.joining(", "));
                String suggestion = Spelling.closest(format, formats)
                        .map(name -> "did you mean " + name + "? There are ")
                        .orElse("there are ");
                values.reject(
                        FORMATS.path(),
                        "'" + format + "' is not a known format; " + suggestion + known
                                + " and none; one of a plug-in needs its jar in plugins/");
            }
        }
    }

    /** Empty where there are problems. */
    private Optional<Compression> compression() {
        Compression.Method method = values.get(COMPRESSION);
        Optional<Long> level = values.given(COMPRESSION_LEVEL);
        if (method == Compression.Method.NONE && level.isPresent()) {
            values.reject(
                    COMPRESSION_LEVEL.path(),
                    "is given, and output.compression is none; leave it out, or give gzip or zstd");
            return Optional.empty();
        }
        if (level.isPresent() && level.get() > method.highestLevel()) {
            values.reject(
                    COMPRESSION_LEVEL.path(),
                    level.get() + " is not a level of " + Choice.nameOf(method) + "; give 1 to "
                            + method.highestLevel());
            return Optional.empty();
        }
        return Optional.of(new Compression(method, level.map(Math::toIntExact).orElse(method.defaultLevel())));
    }

    private Path directory() {
        String written = values.get(DIRECTORY);
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            values.reject(DIRECTORY.path(), "'" + Quoting.shorten(written) + "' is not a path; give another");
            return Path.of("");
        }
    }
}
