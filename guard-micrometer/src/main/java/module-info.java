/** A Micrometer binder that shows what the guards find. */
module dev.headroom.guard.micrometer {
    exports dev.headroom.guard.micrometer;

    requires transitive dev.headroom.guard.api;
    requires transitive micrometer.core;
    requires static org.jspecify;
}
