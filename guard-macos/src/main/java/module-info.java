/** Probes for macOS: OSHI, or ps and top where OSHI cannot work. */
module dev.headroom.guard.macos {
    requires com.github.oshi;
    requires dev.headroom.guard.api;
    requires jdk.management;
    requires static org.jspecify;

    provides dev.headroom.probe.ProbeProvider with
            dev.headroom.guard.macos.MacosProbeProvider;
}
