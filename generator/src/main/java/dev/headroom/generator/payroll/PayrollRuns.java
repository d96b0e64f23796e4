package dev.headroom.generator.payroll;

import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.UnitGenerator;
import dev.headroom.table.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Makes payroll runs with their lines and entries. One for each worker; not thread-safe.
 *
 * <ul>
 *   <li>Run: wages and social charges by cost center against wages payable (what is paid out) and withholdings payable (what is withheld,
 *       and the charges).
 *   <li>Pay-out: wages payable against the bank.
 *   <li>Remittance: withholdings payable against the bank.
 * </ul>
 */
public final class PayrollRuns implements UnitGenerator {
    /** The table that runs fill. */
    public static final List<TableSchema> TABLES = List.of(PayrollLines.SCHEMA);

    // Of a run.
    private static final int RUN_ENTRY = 0;
    private static final int PAY_OUT_ENTRY = 1;
    private static final int REMITTANCE_ENTRY = 2;

    private final PayrollSchedule schedule;
    private final RandomStream runs;
    private final Bookkeeping bookkeeping;
    private final EntryPipeline pipeline;
    private final Employees employees;
    private final CostCenters costCenters;
    private final Pay pay;
    private final PayrollLines lines;
    private final int user;
    private final int wages;
    private final int socialCharges;
    private final int wagesPayable;
    private final int withholdingsPayable;
    private final int bank;

    // Of the run that was last made, in hundredths of the company's currency; the first two by cost center.
    private long[] grossOf = new long[0];
    private long[] chargesOf = new long[0];
    private long netTotal;
    private long withheldTotal;

    /**
     * Makes the generator of a schedule.
     *
     * @param outputs output of each of the {@link #TABLES}
     */
    public PayrollRuns(
            PayrollSchedule schedule,
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            Function<TableSchema, TableOutput> outputs) {
        this.schedule = schedule;
        this.runs = new RandomStream(master.configuration().seed(), "payroll run");
        this.bookkeeping = bookkeeping;
        this.pipeline = pipeline;
        this.employees = master.employees();
        this.costCenters = master.costCenters();
        this.pay = new Pay(master);
        this.lines = new PayrollLines(outputs.apply(PayrollLines.SCHEMA), master);
        this.user = Employees.SystemUser.PAYROLL.code();
        ChartOfAccounts chart = master.accounts();
        this.wages = chart.account(AccountRole.WAGES);
        this.socialCharges = chart.account(AccountRole.SOCIAL_CHARGES);
        this.wagesPayable = chart.account(AccountRole.WAGES_PAYABLE);
        this.withholdingsPayable = chart.account(AccountRole.WITHHOLDINGS_PAYABLE);
        this.bank = chart.account(AccountRole.BANK);
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        begin(EntryKind.PAYROLL_RUN, ordinal, RUN_ENTRY, schedule.runDay());
        EntryDraft draft = pipeline.draft();
        draft.headerText = JournalTexts.PAYROLL.first();
        pipeline.number();
        writeLines(draft);
        addCosts(draft);
        draft.addLine(wagesPayable, -netTotal, JournalTexts.NET_PAY);
        draft.addLine(withholdingsPayable, -withheldTotal, JournalTexts.WITHHELD);
        finish(draft);
        if (schedule.payday() != PayrollSchedule.NONE) {
            begin(EntryKind.PAY_OUT, ordinal, PAY_OUT_ENTRY, schedule.payday());
            draft.headerText = JournalTexts.PAYROLL.first() + PAY_OUT_ENTRY;
            pipeline.number();
            draft.addLine(wagesPayable, netTotal, JournalTexts.NET_PAY);
            draft.addLine(bank, -netTotal, JournalTexts.BANK);
            finish(draft);
        }
        if (schedule.remittanceDay() != PayrollSchedule.NONE) {
            begin(EntryKind.REMITTANCE, ordinal, REMITTANCE_ENTRY, schedule.remittanceDay());
            draft.headerText = JournalTexts.PAYROLL.first() + REMITTANCE_ENTRY;
            pipeline.number();
            draft.addLine(withholdingsPayable, withheldTotal, JournalTexts.WITHHELD);
            draft.addLine(bank, -withheldTotal, JournalTexts.BANK);
            finish(draft);
        }
    }

    private void begin(EntryKind kind, long ordinal, int entry, int day) {
        EntryDraft draft = pipeline.draft();
        bookkeeping.begin(draft, kind, Draw.bits(runs.key(ordinal), entry), schedule.company(), day);
        draft.caseOrdinal = ordinal;
        draft.documentType = DocumentType.PAYROLL_RUN.code();
        draft.document = ordinal + 1;
    }

    private void finish(EntryDraft draft) {
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }

    /** Writes the lines of a run, and adds them up. */
    private void writeLines(EntryDraft entry) {
        int company = schedule.company();
        int centers = costCenters.charged(company);
        if (grossOf.length < centers) {
            grossOf = new long[centers];
            chargesOf = new long[centers];
        }
        Arrays.fill(grossOf, 0);
        Arrays.fill(chargesOf, 0);
        netTotal = 0;
        withheldTotal = 0;
        int line = 0;
        for (int employee = employees.first(company); employee < employees.endOfStaff(company); employee++) {
            pay.compute(company, employee, schedule.month());
            if (pay.gross() > 0) {
                int center = employees.costCenter(employee);
                lines.write(entry, ++line, employee, center, pay);
                grossOf[center - costCenters.first(company)] += pay.gross();
                chargesOf[center - costCenters.first(company)] += pay.charges();
                netTotal += pay.net();
                withheldTotal += pay.withholding() + pay.charges();
            }
        }
    }

    private void addCosts(EntryDraft draft) {
        int company = schedule.company();
        for (int i = 0; i < costCenters.charged(company); i++) {
            addCost(draft, wages, grossOf[i], JournalTexts.WAGES, costCenters.first(company) + i);
            addCost(draft, socialCharges, chargesOf[i], JournalTexts.SOCIAL_CHARGES, costCenters.first(company) + i);
        }
    }

    private static void addCost(EntryDraft draft, int account, long amount, int text, int costCenter) {
        if (amount > 0) {
            int line = draft.addLine(account, amount, text);
            draft.costCenter[line] = costCenter;
        }
    }
}
