package dev.headroom.generator.ledger;

import dev.headroom.generator.LedgerConfiguration.Industry;
import java.util.List;
import java.util.Set;

/**
 * What an entry that no document posts is about, and the accounts that go with it. Accounts are named by the first four digits of
 * their numbers, which are the same in every industry and size of the chart.
 *
 * @param header description of the entry
 * @param debits accounts that can be debited
 * @param credits accounts that can be credited
 * @param onOneAccount whether all lines of an entry are on one of the accounts: it moves something between cost centers, or clears what is on
 *     the account
 * @param industries those in which there is such an entry
 */
record EntrySubject(
        String header, List<String> debits, List<String> credits, boolean onOneAccount, Set<Industry> industries) {}
