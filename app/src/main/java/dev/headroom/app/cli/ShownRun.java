package dev.headroom.app.cli;

import dev.headroom.app.config.HeadroomConfiguration.Server;
import dev.headroom.app.http.RunServer;
import dev.headroom.app.run.RunView;
import dev.headroom.app.wiring.RunObserver;
import dev.headroom.guard.ResourceGuard;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A run as it is shown to people and to other programs, until it is closed: its progress, and a server where one is asked for. */
final class ShownRun implements RunObserver, AutoCloseable {
    private final ProgressDisplay display;
    private final PrintStream err;
    private @Nullable RunServer server;
    private @Nullable ResourceGuard guard;

    ShownRun(ProgressDisplay display, PrintStream err) {
        this.display = display;
        this.err = err;
    }

    /**
     * Takes the port of the server, if one is asked for. Called before anything is touched.
     *
     * @throws CommandFailedException if the port cannot be had
     */
    void serve(Server settings) throws CommandFailedException {
        if (!settings.enabled()) {
            return;
        }
        try {
            server = RunServer.bind(settings.address(), settings.port());
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT,
                    "cannot serve on " + settings.address() + " port " + settings.port() + ": " + e.getMessage()
                            + "; give another port with --port, or leave server.enabled out");
        }
    }

    @Override
    public void guarded(ResourceGuard started) {
        guard = started;
    }

    @Override
    public void started(RunView view) {
        if (server != null && guard != null) {
            server.start(view, guard);
            err.println("headroom: serving " + server.url() + "/health and /metrics");
        }
        display.show(view);
    }

    @Override
    public void close() {
        display.close();
        if (server != null) {
            server.close();
        }
    }
}
