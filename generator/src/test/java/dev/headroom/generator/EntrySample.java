package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.RecordBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What statistics need of a ledger's entries: a few numbers of each, and how often its amounts begin with which two digits. */
final class EntrySample {
    /** Longer than any entry, so that every entry is one group of a batch. */
    static final int BATCH_ROWS = 60_000;
    /** Sources of entries that post no document. */
    static final Set<String> ORDINARY = Set.of("manual", "interface", "recurring", "adjustment");

    /**
     * An entry.
     *
     * @param amount of its only debit, in hundredths of its own currency; 0 if there are more lines than two
     */
    record Entry(String source, String company, int day, int hour, int lines, int debits, long amount) {
        /** Whether it posts a document, or is one of those that the ledger has to have, which count with them. */
        boolean ofDocument() {
            return !ORDINARY.contains(source);
        }
    }

    final List<Entry> entries = new ArrayList<>();
    /** Lines of all entries with an amount of 10 or more, by their first two digits. */
    final long[] firstTwoDigits = new long[100];
    /** The same, of entries that come from no document. */
    final long[] ordinaryFirstTwoDigits = new long[100];

    private EntrySample() {}

    static EntrySample of(Industry industry, long entries) {
        LedgerConfiguration usual = Configurations.clean(entries);
        EntrySample sample = new EntrySample();
        Ledger ledger = Ledger.of(usual.withIndustry(industry));
        WholeLedger.generate(ledger, Fidelity.NORMAL, BATCH_ROWS, batch -> {
            if (batch.schema().name().equals("journal_entries")) {
                for (int group = 0; group < batch.groupCount(); group++) {
                    sample.add(batch, group);
                }
            }
        });
        return sample;
    }

    private void add(RecordBatch batch, int group) {
        int start = batch.groupStart(group);
        int end = batch.groupEnd(group);
        int debits = 0;
        for (int row = start; row < end; row++) {
            debits += batch.texts("amount_credit_debit_indicator").text(row).equals("D") ? 1 : 0;
        }
        Entry entry = new Entry(
                batch.texts("source").text(group),
                batch.texts("business_unit_code").text(group),
                batch.ints("effective_date").get(group),
                batch.ints("entered_time").get(group) / 3600,
                end - start,
                debits,
                end - start == 2 ? batch.longs("amount").get(start) : 0);
        entries.add(entry);
        for (int row = start; row < end; row++) {
            long amount = batch.longs("amount").get(row);
            if (amount >= 1000) {
                while (amount >= 100) {
                    amount /= 10;
                }
                firstTwoDigits[(int) amount]++;
                ordinaryFirstTwoDigits[(int) amount] += entry.ofDocument() ? 0 : 1;
            }
        }
    }

    /** The part of the entries that are of some sources. */
    List<Entry> of(String... sources) {
        List<String> wanted = List.of(sources);
        return entries.stream().filter(entry -> wanted.contains(entry.source())).toList();
    }

    /** The part of the entries that do not come from documents. */
    List<Entry> ordinary() {
        return entries.stream().filter(entry -> !entry.ofDocument()).toList();
    }

    static double share(List<Entry> of, Predicate<Entry> which) {
        return of.stream().filter(which).count() / (double) of.size();
    }
}
