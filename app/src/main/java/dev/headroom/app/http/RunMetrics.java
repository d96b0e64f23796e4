package dev.headroom.app.http;

import dev.headroom.app.run.RunView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is; a run that was resumed counts what was there before. */
final class RunMetrics implements MeterBinder {
    private final RunView run;

    RunMetrics(RunView run) {
        this.run = run;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "ranges", null, "Ranges that are complete", view ->
                (double) view.totals().ranges());
        counter(registry, "entries", null, "Journal entries in them", view ->
                (double) view.totals().entries());
        counter(registry, "journal.lines", null, "Lines of these entries", view ->
                (double) view.totals().journalLines());
        counter(registry, "rows", null, "Rows of all tables", view ->
                (double) view.totals().rows());
        counter(registry, "written", "bytes", "Bytes of all files", view ->
                (double) view.totals().bytes());
        gauge(registry, "entries.target", null, "Journal entries of the whole run", view ->
                (double) view.entryTarget());
        gauge(
                registry,
                "emergency.wait",
                "seconds",
                "For how long the run has been waiting for an emergency to pass; 0 while it does not",
                view -> view.emergencyWaitSeconds().orElse(0));
    }

    private void counter(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<RunView> figure) {
        FunctionCounter.builder("headroom.run." + name, run, figure)
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<RunView> figure) {
        Gauge.builder("headroom.run." + name, run, figure)
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }
}
