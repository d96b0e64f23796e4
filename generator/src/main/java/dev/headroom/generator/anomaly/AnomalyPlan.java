package dev.headroom.generator.anomaly;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.anomaly.AnomalyKind.Category;
import dev.headroom.generator.anomaly.AnomalyKind.Scope;
import dev.headroom.generator.ledger.ManualSchedule;
import dev.headroom.generator.random.Discrete;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often anomalies have to occur where they can, so that the configured share of all entries is named in a label, and each category
 * has its share of those. Immutable.
 */
public final class AnomalyPlan {
    private static final double MOST = 0.9;

    /** Kinds with their weights, and the probability that one of them occurs. */
    record Choice(double probability, List<AnomalyKind> kinds, Discrete weights) {
        static final Choice NOTHING = new Choice(0, List.of(), new Discrete(1));

        static Choice of(Map<AnomalyKind, Double> rates) {
            double sum =
                    rates.values().stream().mapToDouble(Double::doubleValue).sum();
            return sum == 0
                    ? NOTHING
                    : new Choice(
                            sum,
                            List.copyOf(rates.keySet()),
                            new Discrete(rates.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray()));
        }

        AnomalyKind kind(long bits) {
            return kinds.get(weights.at(bits));
        }
    }

    private final Choice block;
    private final Choice manual;
    private final Choice interfaces;
    private final Choice documents;

    /**
     * Makes a plan.
     *
     * @param entries number of all entries
     * @param manualEntries number of manual entries
     * @param interfaceEntries number of interface entries
     * @param documentEntries number of entries that documents post, about
     * @throws InvalidLedgerConfigurationException if a rate or share is impossible, or there are too few manual and interface entries
     */
    public AnomalyPlan(
            Anomalies anomalies, long entries, long manualEntries, long interfaceEntries, double documentEntries) {
        Map<Category, Double> shares = shares(anomalies);
        double wanted = anomalies.enabled() ? anomalies.totalRate() * entries : 0;
        if (wanted == 0) {
            block = Choice.NOTHING;
            manual = Choice.NOTHING;
            interfaces = Choice.NOTHING;
            documents = Choice.NOTHING;
            return;
        }
        long blocks = manualEntries / ManualSchedule.BLOCK;
        Map<AnomalyKind, Double> wantedOfKind = new EnumMap<>(AnomalyKind.class);
        shares.forEach((category, share) -> {
            List<AnomalyKind> kinds = possible(category, blocks, manualEntries, interfaceEntries, documentEntries);
            if (share > 0 && kinds.isEmpty()) {
                throw new InvalidLedgerConfigurationException(
                        "anomaly_injection." + category.key(),
                        "there are no entries for it; raise transactions.sources.manual, or set it to 0");
            }
            kinds.forEach(kind -> wantedOfKind.put(kind, wanted * share / kinds.size()));
        });
        Map<AnomalyKind, Double> ofBlock = new EnumMap<>(AnomalyKind.class);
        double members = 0;
        for (Map.Entry<AnomalyKind, Double> kind : wantedOfKind.entrySet()) {
            if (kind.getKey().scope() == Scope.BLOCK) {
                ofBlock.put(kind.getKey(), kind.getValue() / kind.getKey().meanMembers() / blocks);
                members += kind.getValue();
            }
        }
        Map<AnomalyKind, Double> ofManual = new EnumMap<>(AnomalyKind.class);
        Map<AnomalyKind, Double> ofInterface = new EnumMap<>(AnomalyKind.class);
        Map<AnomalyKind, Double> ofDocuments = new EnumMap<>(AnomalyKind.class);
        double singles = Math.max(1, manualEntries - members);
        for (Map.Entry<AnomalyKind, Double> kind : wantedOfKind.entrySet()) {
            if (kind.getKey().scope() == Scope.MANUAL) {
                ofManual.put(kind.getKey(), kind.getValue() / singles);
            } else if (kind.getKey().scope() == Scope.ORDINARY) {
                double rate = kind.getValue() / (manualEntries > 0 ? singles + interfaceEntries : interfaceEntries);
                ofManual.put(kind.getKey(), rate);
                ofInterface.put(kind.getKey(), rate);
            } else if (kind.getKey().scope() == Scope.DOCUMENT) {
                ofDocuments.put(kind.getKey(), kind.getValue() / documentEntries);
            }
        }
        block = Choice.of(ofBlock);
        manual = Choice.of(ofManual);
        interfaces = Choice.of(ofInterface);
        documents = Choice.of(ofDocuments);
        double highest = Math.max(
                Math.max(block.probability(), manual.probability()),
                Math.max(interfaces.probability(), documents.probability()));
        if (highest > MOST) {
            throw new InvalidLedgerConfigurationException(
                    "anomaly_injection.total_rate",
                    anomalies.totalRate() + " is more than the manual and interface entries can bear; use at most "
                            + Math.floor(anomalies.totalRate() * MOST / highest * 1e4) / 1e4
                            + " or raise transactions.sources.manual");
        }
    }

    private static Map<Category, Double> shares(Anomalies anomalies) {
        Map<Category, Double> shares = new EnumMap<>(Category.class);
        shares.put(Category.FRAUD, anomalies.fraud());
        shares.put(Category.ERROR, anomalies.error());
        shares.put(Category.PROCESS, anomalies.process());
        shares.put(Category.STATISTICAL, anomalies.statistical());
        shares.put(Category.RELATIONAL, anomalies.relational());
        check("total_rate", anomalies.totalRate());
        double sum = 0;
        for (Map.Entry<Category, Double> share : shares.entrySet()) {
            check(share.getKey().key(), share.getValue());
            sum += share.getValue();
        }
        if (Math.abs(sum - 1) > 1e-6) {
            throw new InvalidLedgerConfigurationException(
                    "anomaly_injection",
                    "the shares of the categories add up to " + sum + "; they have to add up to 1");
        }
        return shares;
    }

    private static void check(String key, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new InvalidLedgerConfigurationException("anomaly_injection." + key, share + " is not from 0 to 1");
        }
    }

    private static List<AnomalyKind> possible(
            Category category, long blocks, long manualEntries, long interfaceEntries, double documentEntries) {
        List<AnomalyKind> kinds = new ArrayList<>();
        for (AnomalyKind kind : AnomalyKind.ALL) {
            boolean possible = switch (kind.scope()) {
                case BLOCK -> blocks > 0;
                case MANUAL -> manualEntries > 0;
                case ORDINARY -> manualEntries + interfaceEntries > 0;
                case DOCUMENT -> documentEntries > 0;
            };
            if (kind.category() == category && possible) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** What happens to a whole block of manual entries. */
    Choice block() {
        return block;
    }

    /** What happens to a manual entry that takes no part in what happens to its block. */
    Choice manual() {
        return manual;
    }

    /** What happens to an interface entry. */
    Choice interfaces() {
        return interfaces;
    }

    /** What happens to an entry that a document posts. */
    Choice documents() {
        return documents;
    }
}
