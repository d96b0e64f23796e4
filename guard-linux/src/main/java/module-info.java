/** Memory, disk and CPU probes for Linux, found through {@link java.util.ServiceLoader}. */
module dev.headroom.guard.linux {
    requires dev.headroom.guard.api;
    requires org.slf4j;
    requires static org.jspecify;
}
