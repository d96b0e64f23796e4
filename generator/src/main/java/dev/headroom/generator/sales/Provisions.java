package dev.headroom.generator.sales;

import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Budgets;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.UnitGenerator;

/**
 * Makes the provisions for bad debt: of what is expected to be earned in a month, the share that is expected not to be paid. Write-offs use
 * the allowance up. One for each worker; not thread-safe.
 */
public final class Provisions implements UnitGenerator {
    private static final int COST_CENTER = 0;

    private final ProvisionSchedule schedule;
    private final RandomStream provisions;
    private final Bookkeeping bookkeeping;
    private final EntryPipeline pipeline;
    private final double rate;
    private final Budgets budgets;
    private final Companies companies;
    private final CostCenters costCenters;
    private final int user;
    private final int badDebt;
    private final int allowance;

    /** Makes the generator of a schedule. */
    public Provisions(ProvisionSchedule schedule, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.provisions = new RandomStream(master.configuration().seed(), "provision");
        this.bookkeeping = bookkeeping;
        this.pipeline = pipeline;
        this.rate = master.configuration().salesFlow().badDebt();
        this.budgets = master.budgets();
        this.companies = master.companies();
        this.costCenters = master.costCenters();
        this.user = Employees.SystemUser.PROVISION.code();
        this.badDebt = master.accounts().account(AccountRole.BAD_DEBT);
        this.allowance = master.accounts().account(AccountRole.ALLOWANCE_FOR_DOUBTFUL_ACCOUNTS);
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        EntryDraft draft = pipeline.draft();
        int company = schedule.company();
        bookkeeping.begin(draft, EntryKind.PROVISION, provisions.key(ordinal), company, schedule.lastBusinessDay());
        draft.caseOrdinal = ordinal;
        draft.headerText = JournalTexts.PROVISION.first();
        pipeline.number();
        int currency = companies.currency(company);
        // Something, however little is expected.
        long amount =
                Math.max(Currencies.hundredths(rate * budgets.revenue(company), currency), Currencies.unit(currency));
        int cost = draft.addLine(badDebt, amount, JournalTexts.BAD_DEBT);
        // The one that answers for the company's receivables.
        draft.costCenter[cost] = costCenters.pick(company, Draw.bits(provisions.key(company), COST_CENTER));
        draft.addLine(allowance, -amount, JournalTexts.ALLOWANCE);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }
}
