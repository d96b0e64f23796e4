/** The probe and sink SPIs, the resource guards, and the degradation controller. */
module dev.headroom.guard.api {
    exports dev.headroom.degrade;
    exports dev.headroom.guard;
    exports dev.headroom.probe;
    exports dev.headroom.sink;
    exports dev.headroom.table;

    uses dev.headroom.probe.ProbeProvider;

    requires java.management;
    requires jdk.management;
    // A runtime without it has no flight recorder, and that is all.
    requires static jdk.jfr;
    requires org.slf4j;
    requires static org.jspecify;
}
