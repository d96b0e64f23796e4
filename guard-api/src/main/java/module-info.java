/** The probe and sink SPIs, the resource guards, and the degradation controller. */
module dev.headroom.guard.api {
    requires java.management;
    requires org.slf4j;
    requires static org.jspecify;
}
