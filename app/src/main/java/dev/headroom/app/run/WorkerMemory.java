package dev.headroom.app.run;

import dev.headroom.sink.SinkProvider;
import java.util.List;

/** How many worker threads a request asks for, and for how many there is memory. */
final class WorkerMemory {
    private final RunRequest request;
    private final List<SinkProvider> providers;

    /** Looks at a request that writes through the given providers. */
    WorkerMemory(RunRequest request, List<SinkProvider> providers) {
        this.request = request;
        this.providers = providers;
    }

    /** Refuses a limit in which no run can work, and more threads than fit. */
    void check() throws RunRefusedException {
        long limit = request.memoryLimit().orElse(Long.MAX_VALUE);
        if (limit < MemoryPlan.MINIMUM_LIMIT) {
            throw new RunRefusedException("memory limit of " + limit + " bytes is too small; a run needs at least "
                    + (MemoryPlan.MINIMUM_LIMIT >> 20) + "MB");
        }
        long heap = Runtime.getRuntime().maxMemory();
        long totals = MemoryPlan.totalsBytes(request.ledger());
        long least = MemoryPlan.leastHeap(1, request.ledger().tables(), providers, totals);
        if (least > heap) {
            throw new RunRefusedException(
                    "the totals of the ledger, of companies, accounts, materials and periods, take up to "
                            + (totals >> 20) + " MB, for which there is not enough heap; give one of " + mb(least)
                            + " MB with HEADROOM_OPTS=-Xmx" + mb(least) + "m, or fewer of them");
        }
        int most = most();
        int threads = request.threads().orElse(1);
        if (threads > most) {
            long needed = MemoryPlan.leastHeap(threads, request.ledger().tables(), providers, totals);
            throw new RunRefusedException(threads + " worker threads need more memory than there is: "
                    + most + (most == 1 ? " fits; give --threads 1" : " fit; give --threads " + most + " or fewer")
                    + (needed > heap
                            ? ", or a heap of " + mb(needed) + " MB with HEADROOM_OPTS=-Xmx" + mb(needed) + "m"
                            : ", or a larger memory limit"));
        }
    }

    private static long mb(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /** The threads that are asked for, or else as many as there are processors, and memory for. */
    int threads() {
        return request.threads().orElseGet(() -> Math.min(Runtime.getRuntime().availableProcessors(), most()));
    }

    private int most() {
        return MemoryPlan.mostThreads(
                request.ledger().tables(),
                providers,
                MemoryPlan.totalsBytes(request.ledger()),
                Runtime.getRuntime().maxMemory(),
                request.memoryLimit().orElse(Long.MAX_VALUE));
    }
}
