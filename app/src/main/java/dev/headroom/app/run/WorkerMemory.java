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
        int most = most();
        int threads = request.threads().orElse(1);
        if (threads > most) {
            long heap = Runtime.getRuntime().maxMemory();
            long needed = MemoryPlan.leastHeap(threads, request.ledger().tables(), providers);
            throw new RunRefusedException(threads + " worker threads need more memory than there is: "
                    + most + (most == 1 ? " fits; give --threads 1" : " fit; give --threads " + most + " or fewer")
                    + (needed > heap
                            ? ", or a heap of " + ((needed + (1 << 20) - 1) >> 20) + " MB with HEADROOM_OPTS=-Xmx"
                                    + ((needed + (1 << 20) - 1) >> 20) + "m"
                            : ", or a larger memory limit"));
        }
    }

    /** The threads that are asked for, or else as many as there are processors, and memory for. */
    int threads() {
        return request.threads().orElseGet(() -> Math.min(Runtime.getRuntime().availableProcessors(), most()));
    }

    private int most() {
        return MemoryPlan.mostThreads(
                request.ledger().tables(),
                providers,
                Runtime.getRuntime().maxMemory(),
                request.memoryLimit().orElse(Long.MAX_VALUE));
    }
}
