package dev.headroom.generator.assets;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code depreciation_lines}. A writer belongs to one worker. */
final class DepreciationLines {
    static final TableSchema SCHEMA = new TableSchema(
            "depreciation_lines",
            "What is depreciated of an asset in a month, as the company's depreciation run of the month has it",
            List.of(
                    Column.text("depreciation_run_id")
                            .asKey()
                            .describedAs("Number of the run; a company has at most one in each month"),
                    Column.integer("line_number").asKey().describedAs("Line of the run, from 1"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that owns the asset"),
                    Column.text("asset_id").references("fixed_assets.asset_id").describedAs("Asset"),
                    Column.integer("fiscal_year").describedAs("Fiscal year of the month"),
                    Column.integer("period").describedAs("Month, 1 to 12"),
                    Column.date("posting_date").describedAs("Day of the run and of its posting"),
                    Column.decimal("depreciation_amount", 2)
                            .describedAs(
                                    "Depreciation of the month, from the month after the acquisition on; in the company's"
                                            + " currency"),
                    Column.decimal("accumulated_depreciation", 2)
                            .describedAs("Depreciation of the asset up to the month's end"),
                    Column.text("journal_id")
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the run posts")));

    private final TableOutput output;
    private final JournalIds ids;
    private final Ids assetIds;

    private final DocumentIds runId;
    private final LongVector lineNumber;
    private final TextVector company;
    private final TextVector asset;
    private final LongVector fiscalYear;
    private final LongVector period;
    private final IntVector postingDate;
    private final LongVector amount;
    private final LongVector accumulated;
    private final TextVector journalId;

    DepreciationLines(TableOutput output, Masters master) {
        this.output = output;
        ids = new JournalIds(master.companies().codes());
        assetIds = master.fixedAssets().ids();
        RecordBatch batch = output.batch();
        runId = new DocumentIds(DocumentType.DEPRECIATION_RUN, batch.texts("depreciation_run_id"));
        lineNumber = batch.longs("line_number");
        company = batch.texts("company_code");
        asset = batch.texts("asset_id");
        fiscalYear = batch.longs("fiscal_year");
        period = batch.longs("period");
        postingDate = batch.ints("posting_date");
        amount = batch.longs("depreciation_amount");
        accumulated = batch.longs("accumulated_depreciation");
        journalId = batch.texts("journal_id");
        company.useDictionary(master.companies().codes());
        assetIds.bind(asset);
    }

    /** Writes a line of the run that posts an entry, which has its number. */
    void write(EntryDraft entry, int line, int depreciated, long depreciation, long total) {
        int row = output.addRow();
        runId.set(row, entry.document);
        lineNumber.set(row, line);
        company.setCode(row, entry.company);
        assetIds.set(asset, row, depreciated);
        fiscalYear.set(row, entry.fiscalYear);
        period.set(row, entry.period);
        postingDate.set(row, entry.effectiveDate);
        amount.set(row, depreciation);
        accumulated.set(row, total);
        journalId.setCode(row, ids.add(journalId.local(), entry));
    }
}
