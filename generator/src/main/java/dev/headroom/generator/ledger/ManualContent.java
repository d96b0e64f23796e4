package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;

/** What accountants key: the subject of an entry, its lines, and who makes and approves it. Immutable. */
final class ManualContent {
    private static final double FOREIGN_CURRENCY = .05;

    private static final int TEXT = 1;
    private static final int CURRENCY = 2;
    private static final int WHICH_CURRENCY = 3;
    private static final int LINES = 4;
    private static final int ACTION = 5;

    private final Bookkeeping bookkeeping;
    private final OrdinaryLines lines;
    private final int[] currencies;

    ManualContent(EntrySubjects subjects, Bookkeeping bookkeeping, Masters master) {
        this.bookkeeping = bookkeeping;
        this.lines = new OrdinaryLines(subjects, ACTION, TEXT, master);
        this.currencies = master.worldCurrencies();
    }

    /** Completes a draft that was {@linkplain Bookkeeping#begin begun}, by its key. */
    void fill(EntryDraft draft) {
        long key = draft.key;
        bookkeeping.assign(draft, key);
        if (Draw.happens(key, CURRENCY, FOREIGN_CURRENCY)) {
            bookkeeping.setCurrency(draft, currencies[Draw.below(key, WHICH_CURRENCY, currencies.length)]);
        }
        lines.fill(draft, key, bookkeeping.desk(draft), Draw.bits(key, LINES), true);
        draft.translateAll();
        bookkeeping.ageVoucher(draft);
        bookkeeping.enterByHand(draft);
    }
}
