package dev.headroom.app.http;

import dev.headroom.app.run.RunView;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.micrometer.ResourceGuardMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The meters of a run and its guards in the text form of Prometheus. Safe for use by many threads. */
final class MetricsPage {
    /** Version 0.0.4 of the text form. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    MetricsPage(RunView run, ResourceGuard guard) {
        new RunMetrics(run).bindTo(registry);
        new ResourceGuardMetrics(guard).bindTo(registry);
    }

    String text() {
        return registry.scrape(CONTENT_TYPE);
    }
}
