package dev.headroom.generator.ledger;

import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;

/** Ids of journal entries: company code, fiscal year and number, such as {@code DE01-2026-000000042}. Immutable. */
public final class JournalIds {
    private static final int DIGITS = 9;

    private final TextDictionary companies;

    /**
     * Makes the ids of a ledger.
     *
     * @param companies company codes
     */
    public JournalIds(TextDictionary companies) {
        this.companies = companies;
    }

    /** Adds an id to a dictionary and returns its code. */
    public int add(LocalTextDictionary dictionary, int company, int fiscalYear, long number) {
        dictionary.append(companies, company);
        dictionary.append('-');
        dictionary.appendNumber(fiscalYear, 4);
        dictionary.append('-');
        dictionary.appendNumber(number, DIGITS);
        return dictionary.endText();
    }

    /** Adds the id of an entry to a dictionary and returns its code. */
    public int add(LocalTextDictionary dictionary, EntryDraft entry) {
        return add(dictionary, entry.company, entry.fiscalYear, entry.number);
    }

    /** Sets a row to the id of an entry; to null for an entry from before the ledger, which has no number. */
    public void set(TextVector vector, int row, EntryDraft entry) {
        if (entry.number == 0) {
            vector.setNull(row);
        } else {
            vector.setCode(row, add(vector.local(), entry));
        }
    }
}
