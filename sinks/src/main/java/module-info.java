import dev.headroom.sink.SinkProvider;
import dev.headroom.sinks.CsvSinkProvider;
import dev.headroom.sinks.JsonSinkProvider;
import dev.headroom.sinks.NdjsonSinkProvider;

/** CSV and JSON sinks, found through {@link java.util.ServiceLoader}. */
module dev.headroom.sinks {
    exports dev.headroom.sinks;

    requires transitive dev.headroom.guard.api;
    requires com.github.luben.zstd_jni;
    requires static org.jspecify;

    provides SinkProvider with
            CsvSinkProvider,
            JsonSinkProvider,
            NdjsonSinkProvider;
}
