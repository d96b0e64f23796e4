package dev.headroom.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.headroom.app.run.Run;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;

/** The parts of the application that do not depend on a configuration. */
public final class HeadroomModule extends AbstractModule {
    private final String headroomVersion;

    /** Makes a module; the version goes into manifests. */
    public HeadroomModule(String headroomVersion) {
        this.headroomVersion = headroomVersion;
    }

    @Provides
    @Singleton
    SinkCatalogue sinkCatalogue() {
        return SinkCatalogue.installed();
    }

    @Provides
    @Singleton
    ProbeSelection probeSelection() {
        return ProbeSelection.load();
    }

    @Provides
    TimeSource timeSource() {
        return TimeSource.system();
    }

    @Provides
    Run run(SinkCatalogue sinks, TimeSource time) {
        return new Run(sinks, time, headroomVersion);
    }
}
