package dev.headroom.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.headroom.app.run.RunView;
import dev.headroom.guard.ResourceGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /health} and {@code GET /metrics} for one run, from what the run and its guards last published: no request waits
 * for the run, and none holds it up. Two small threads; a client that takes longer than five seconds is cut off.
 */
public final class RunServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunServer.class);

    private static final String HEALTH = "/health";
    private static final String METRICS = "/metrics";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int THREADS = 2;
    private static final int BACKLOG = 16;
    private static final long STACK_BYTES = 256 << 10;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL_ERROR = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, RunServer::thread);

    private RunServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes a port; requests wait until {@link #start}.
     *
     * @param address host name or address of the interface to listen on
     * @param port 0 for any that is free
     * @throws IOException if the address is unknown, or the port is taken or not allowed
     */
    public static RunServer bind(String address, int port) throws IOException {
        // Read when the first server is made; a client that never ends its request would otherwise keep a thread for
        // ever.
        setDefault("sun.net.httpserver.maxReqTime", "5");
        setDefault("sun.net.httpserver.maxRspTime", "5");
        return new RunServer(HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), BACKLOG));
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "headroom-http", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Where it listens, as {@code http://127.0.0.1:3000}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Begins to answer. */
    public void start(RunView run, ResourceGuard guard) {
        MetricsPage metrics = new MetricsPage(run, guard);
        server.createContext("/", exchange -> answer(exchange, run, guard, metrics));
        server.setExecutor(threads);
        server.start();
    }

    private static void answer(HttpExchange exchange, RunView run, ResourceGuard guard, MetricsPage metrics) {
        try (exchange) {
            try {
                reply(exchange, run, guard, metrics);
            } catch (RuntimeException e) {
                LOG.debug("A request could not be answered", e);
                send(exchange, INTERNAL_ERROR, TEXT, "internal error\n");
            }
        } catch (IOException e) {
            LOG.debug("A client was gone before it had its answer", e);
        }
    }

    private static void reply(HttpExchange exchange, RunView run, ResourceGuard guard, MetricsPage metrics)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (!path.equals(HEALTH) && !path.equals(METRICS)) {
            send(exchange, NOT_FOUND, TEXT, "there are " + HEALTH + " and " + METRICS + "\n");
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, METHOD_NOT_ALLOWED, TEXT, "only GET and HEAD are allowed\n");
        } else if (path.equals(HEALTH)) {
            HealthReport report = HealthReport.of(run, guard.snapshot(), guard.snapshotAgeNanos());
            send(exchange, report.httpStatus(), "application/json", report.json());
        } else {
            send(exchange, OK, MetricsPage.CONTENT_TYPE, metrics.text());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ends it: requests under way are cut off, and the port is free again. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
