package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a manifest says of the totals of the ledger that lie beside it.
 *
 * @param bytes their length
 * @param sha256 their hash, in lower-case hexadecimal
 */
@JsonPropertyOrder({"bytes", "sha256"})
public record RecordedTotals(long bytes, String sha256) {}
