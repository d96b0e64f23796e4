package dev.headroom.guard.linux;

import java.util.ArrayList;
import java.util.List;

/** Which control groups a process is in, from {@code /proc/self/cgroup}, and where those groups and their parents can be read. */
final class CgroupMembership {
    private CgroupMembership() {}

    /**
     * A group that can be read.
     *
     * @param version 1 or 2
     * @param path its path in the hierarchy, as far as it can be seen
     * @param directory where its files are
     */
    record Group(int version, String path, String directory) {
        String name() {
            return "cgroup v" + version + " " + path;
        }
    }

    /**
     * The groups of a process that can hold a controller's files, from its own up to the topmost that is mounted: those of version 1 of
     * this controller, then those of version 2.
     *
     * @param cgroup the text of {@code /proc/self/cgroup}
     * @param mountinfo the text of {@code /proc/self/mountinfo}
     * @param controller {@code memory} or {@code cpu}
     */
    static List<Group> groups(String cgroup, String mountinfo, String controller) {
        List<CgroupMounts.Mount> mounts = CgroupMounts.parse(mountinfo);
        List<Group> groups = new ArrayList<>();
        for (int version = 1; version <= 2; version++) {
            String path = pathOf(cgroup, version, controller);
            for (CgroupMounts.Mount mount : mounts) {
                boolean holds = mount.version() == version
                        && (version == 2 || mount.controllers().contains(controller));
                if (path != null && holds) {
                    addWithParents(groups, mount, path);
                    break;
                }
            }
        }
        return groups;
    }

    /** The path of the group: in a line {@code 4:memory:/a} for version 1, {@code 0::/a} for version 2. */
    private static @org.jspecify.annotations.Nullable String pathOf(String cgroup, int version, String controller) {
        for (String line : cgroup.lines().toList()) {
            String[] fields = line.split(":", 3);
            if (fields.length < 3) {
                continue;
            }
            boolean matches = version == 2
                    ? fields[0].equals("0") && fields[1].isEmpty()
                    : List.of(fields[1].split(",", -1)).contains(controller);
            if (matches) {
                return fields[2];
            }
        }
        return null;
    }

    private static void addWithParents(List<Group> groups, CgroupMounts.Mount mount, String path) {
        String relative = relative(path, mount.root());
        while (true) {
            groups.add(new Group(mount.version(), relative.isEmpty() ? "/" : relative, mount.mountPoint() + relative));
            if (relative.isEmpty()) {
                return;
            }
            relative = relative.substring(0, relative.lastIndexOf('/'));
        }
    }

    /** The path below the mounted group, empty for that group itself. In a container the group above may be out of sight. */
    private static String relative(String path, String root) {
        String top = root.equals("/") ? "" : root;
        boolean below = path.equals(root) || path.startsWith(top + "/");
        if (!below || path.contains("/..")) {
            return "";
        }
        String relative = path.substring(top.length());
        return relative.equals("/") ? "" : relative;
    }
}
