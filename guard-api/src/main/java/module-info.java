/** The probe and sink SPIs, the resource guards, and the degradation controller. */
module dev.headroom.guard.api {
    exports dev.headroom.sink;
    exports dev.headroom.table;

    requires java.management;
    requires org.slf4j;
    requires static transitive org.jspecify;
}
