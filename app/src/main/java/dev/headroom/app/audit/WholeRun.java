package dev.headroom.app.audit;

import dev.headroom.app.run.Manifest;
import org.jspecify.annotations.Nullable;

/** Whether a run has the whole ledger: what rules are about follows from all of it. */
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
}
