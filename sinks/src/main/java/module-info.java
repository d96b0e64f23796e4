/** CSV and JSON sinks, found through {@link java.util.ServiceLoader}. */
module dev.headroom.sinks {
    requires dev.headroom.guard.api;
    requires static org.jspecify;
}
