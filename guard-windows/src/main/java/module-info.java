/** Probes for Windows: calls of kernel32 through JNA, and OSHI. */
module dev.headroom.guard.windows {
    requires com.github.oshi;
    requires com.sun.jna;
    requires dev.headroom.guard.api;
    requires jdk.management;
    requires static org.jspecify;

    provides dev.headroom.probe.ProbeProvider with
            dev.headroom.guard.windows.WindowsProbeProvider;
}
