package dev.headroom.app.audit;

import dev.headroom.app.run.Manifest;
import org.jspecify.annotations.Nullable;

/** Whether the whole ledger can be read from a run: what rules are about follows from all of it. */
final class WholeRun {
    private WholeRun() {}

    /** Why a run has only a part of a ledger; null if it has all of it. */
    static @Nullable String missing(Manifest manifest) {
        if (manifest.status() != Manifest.Status.COMPLETED) {
            return "the run is not complete";
        }
        if (manifest.shard() != null) {
            return "it is shard " + manifest.shard()
                    + ", and master data, balances and what other shards have are not in it; verify what 'headroom merge'"
                    + " makes of all shards";
        }
        return null;
    }

    /** Why nothing of a run is read that has none of the formats that can be. */
    static String unread(Manifest manifest) {
        return manifest.outputs().isEmpty()
                ? "its format is none, so that nothing was kept of it"
                : "its formats are those of plug-ins";
    }
}
