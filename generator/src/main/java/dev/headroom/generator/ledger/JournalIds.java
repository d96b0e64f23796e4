package dev.headroom.generator.ledger;

import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.TextDictionary;

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
}
