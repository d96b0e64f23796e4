package dev.headroom.generator.closing;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;

/**
 * Returns of value added tax, which bring a month's output and input tax to zero, and payments of what is left, or refunds. One company
 * after another, its months in order; not thread-safe.
 */
final class TaxEntries {
    private final Bookkeeping bookkeeping;
    private final Months months;
    private final TotalsLayout layout;
    private final EntryPipeline pipeline;
    private final RandomStream returns;
    private final RandomStream payments;
    private final int outputTax;
    private final int inputTax;
    private final int payable;
    private final int bank;
    private final int user;
    /** What the last return has left to be paid; below 0 to be refunded. */
    private long due;

    TaxEntries(Bookkeeping bookkeeping, TotalsLayout layout, Masters master, EntryPipeline pipeline) {
        ChartOfAccounts chart = master.accounts();
        long seed = master.configuration().seed();
        this.bookkeeping = bookkeeping;
        this.months = master.months();
        this.layout = layout;
        this.pipeline = pipeline;
        this.returns = new RandomStream(seed, "tax return");
        this.payments = new RandomStream(seed, "tax payment");
        this.outputTax = chart.account(AccountRole.OUTPUT_TAX);
        this.inputTax = chart.account(AccountRole.INPUT_TAX);
        this.payable = chart.account(AccountRole.TAX_PAYABLE);
        this.bank = chart.account(AccountRole.BANK);
        this.user = Employees.SystemUser.TAX.code();
    }

    /** Begins a company. */
    void begin() {
        due = 0;
    }

    /** Writes the return of a month and remembers what is due; false if there was no tax. */
    boolean declare(int company, int month, int day, LedgerBalances cases) {
        int slot = layout.slot(months.yearOf(month), months.periodOf(month));
        long output = -cases.movement(company, slot, outputTax);
        long input = cases.movement(company, slot, inputTax);
        due = output - input;
        if (output == 0 && input == 0) {
            return false;
        }
        EntryDraft draft = begin(EntryKind.TAX_RETURN, returns, company, month, day);
        draft.headerText = JournalTexts.TAX_RETURN.first() + (due < 0 ? 1 : 0);
        addLine(draft, outputTax, output, JournalTexts.OUTPUT_TAX);
        addLine(draft, inputTax, -input, JournalTexts.INPUT_TAX);
        addLine(draft, payable, -due, JournalTexts.TAX_PAYABLE);
        draft.translateAll();
        bookkeeping.enterAfterTheMonth(draft, user);
        pipeline.writeUnaltered();
        return true;
    }

    /** Writes the payment of what the last return has left; false if that is nothing. */
    boolean pay(int company, int month, int day) {
        if (due == 0) {
            return false;
        }
        EntryDraft draft = begin(EntryKind.TAX_PAYMENT, payments, company, month, day);
        draft.headerText = JournalTexts.TAX_PAYMENT.first() + (due < 0 ? 1 : 0);
        addLine(draft, payable, due, JournalTexts.TAX_PAYABLE);
        addLine(draft, bank, -due, JournalTexts.BANK);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.writeUnaltered();
        return true;
    }

    private EntryDraft begin(EntryKind kind, RandomStream stream, int company, int month, int day) {
        EntryDraft draft = pipeline.draft();
        long ordinal = (long) company * months.count() + month;
        bookkeeping.begin(draft, kind, stream.key(ordinal), company, day);
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = ordinal;
        draft.documentType = DocumentType.TAX_RETURN.code();
        draft.document = ordinal + 1;
        return draft;
    }

    private static void addLine(EntryDraft draft, int account, long amount, int text) {
        if (amount != 0) {
            draft.addLine(account, amount, text);
        }
    }
}
