package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.headroom.generator.Ledger;

/**
 * A part of a run that is made as a run of its own: the ranges of cases are divided evenly, master data belong to the first part, and the
 * epilogue to none of them, as it follows from all.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
@JsonPropertyOrder({"number", "count"})
public record Shard(int number, int count) {
    /** The first range of the part. */
    long firstRange(Ledger ledger) {
        return number == 1 ? 0 : boundary(ledger, number - 1);
    }

    /** The range after the last of the part. */
    long endRange(Ledger ledger) {
        return boundary(ledger, number);
    }

    private long boundary(Ledger ledger, int parts) {
        return ledger.firstRangeOfCases() + ledger.rangesOfCases() * parts / count;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
