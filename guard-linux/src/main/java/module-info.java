/** Probes that read procfs and control groups. */
module dev.headroom.guard.linux {
    requires dev.headroom.guard.api;
    requires jdk.management;
    requires static org.jspecify;

    provides dev.headroom.probe.ProbeProvider with
            dev.headroom.guard.linux.LinuxProbeProvider;
}
