package dev.headroom.generator.assets;

import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.FixedAssets;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.UnitGenerator;
import dev.headroom.table.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Makes depreciation runs with their lines and entries: depreciation by cost center against accumulated depreciation by class of assets. One
 * for each worker; not thread-safe.
 */
public final class DepreciationRuns implements UnitGenerator {
    /** The table that runs fill. */
    public static final List<TableSchema> TABLES = List.of(DepreciationLines.SCHEMA);

    private final DepreciationSchedule schedule;
    private final RandomStream runs;
    private final Bookkeeping bookkeeping;
    private final EntryPipeline pipeline;
    private final FixedAssets assets;
    private final CostCenters costCenters;
    private final DepreciationLines lines;
    private final int user;
    private final int depreciation;
    private final int accumulatedDepreciation;

    /** By cost center, in hundredths of the company's currency. */
    private long[] depreciationOf = new long[0];

    /**
     * Makes the generator of a schedule.
     *
     * @param outputs output of each of the {@link #TABLES}
     */
    public DepreciationRuns(
            DepreciationSchedule schedule,
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            Function<TableSchema, TableOutput> outputs) {
        this.schedule = schedule;
        this.runs = new RandomStream(master.configuration().seed(), "depreciation run");
        this.bookkeeping = bookkeeping;
        this.pipeline = pipeline;
        this.assets = master.fixedAssets();
        this.costCenters = master.costCenters();
        this.lines = new DepreciationLines(outputs.apply(DepreciationLines.SCHEMA), master);
        this.user = Employees.SystemUser.DEPRECIATION.code();
        this.depreciation = master.accounts().account(AccountRole.DEPRECIATION);
        this.accumulatedDepreciation = master.accounts().account(AccountRole.ACCUMULATED_DEPRECIATION);
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        if (!schedule.isPosted()) {
            return;
        }
        EntryDraft draft = pipeline.draft();
        int company = schedule.company();
        bookkeeping.begin(draft, EntryKind.DEPRECIATION_RUN, runs.key(ordinal), company, schedule.lastBusinessDay());
        draft.caseOrdinal = ordinal;
        draft.documentType = DocumentType.DEPRECIATION_RUN.code();
        draft.document = ordinal + 1;
        draft.headerText = JournalTexts.DEPRECIATION_RUN.first();
        pipeline.number();
        writeLines(draft);
        for (int i = 0; i < costCenters.charged(company); i++) {
            if (depreciationOf[i] > 0) {
                int line = draft.addLine(depreciation, depreciationOf[i], JournalTexts.DEPRECIATION);
                draft.costCenter[line] = costCenters.first(company) + i;
            }
        }
        for (int assetClass = 0; assetClass < FixedAssets.classes().size(); assetClass++) {
            long amount = assets.depreciation(company, schedule.month(), assetClass);
            if (amount > 0) {
                draft.addLine(accumulatedDepreciation, -amount, JournalTexts.DEPRECIATED.first() + assetClass);
            }
        }
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }

    /** Writes the lines of a run, and adds them up. */
    private void writeLines(EntryDraft entry) {
        int company = schedule.company();
        int centers = costCenters.charged(company);
        if (depreciationOf.length < centers) {
            depreciationOf = new long[centers];
        }
        Arrays.fill(depreciationOf, 0);
        int line = 0;
        for (int asset = assets.first(company); asset < assets.end(company); asset++) {
            long total = assets.depreciated(asset, schedule.month());
            long amount = total - assets.depreciated(asset, schedule.month() - 1);
            if (amount > 0) {
                lines.write(entry, ++line, asset, amount, total);
                depreciationOf[assets.costCenter(asset) - costCenters.first(company)] += amount;
            }
        }
    }
}
