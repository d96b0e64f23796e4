package dev.headroom.app.cli;

import dev.headroom.app.config.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that make runs. */
final class RunOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Generate and encode on this many threads, 1 to 256; otherwise as the configuration says, or on as many"
                            + " as there are processors, and memory for. The data do not depend on it.")
    private @Nullable String threads;

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            description = "The most memory that the process may take, such as 256MB or 2GB; otherwise as the"
                    + " configuration says, or what the machine and its control groups allow. Near it a run degrades,"
                    + " and a repair, which writes nothing below Normal, stops; all stop before they pass it.")
    private @Nullable String memoryLimit;

    @Option(
            names = "--progress",
            paramLabel = "auto|plain|none",
            defaultValue = "auto",
            description =
                    "auto shows a live line on a terminal and a plain line now and then elsewhere; plain shows plain"
                            + " lines, none nothing.")
    private String progress = "auto";

    @Option(
            names = "--serve",
            description =
                    "Answer GET /health and GET /metrics while the run lasts, on server.port of the configuration: 3000, and on"
                            + " this machine alone, unless it says otherwise.")
    private boolean serve;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Serve on this port; 0 takes any that is free. Implies --serve.")
    private @Nullable String port;

    ProgressMode progress() throws CommandFailedException {
        return Choices.choose("--progress", progress, ProgressMode.class);
    }

    Overrides overrides() {
        Overrides overrides = Overrides.NONE;
        if (threads != null) {
            overrides = overrides.with("--threads", "global.worker_threads", threads);
        }
        if (memoryLimit != null) {
            overrides = overrides.with("--memory-limit", "global.memory_limit", memoryLimit);
        }
        if (serve || port != null) {
            overrides = overrides.with(port == null ? "--serve" : "--port", "server.enabled", "true");
        }
        if (port != null) {
            overrides = overrides.with("--port", "server.port", port);
        }
        return overrides;
    }
}
