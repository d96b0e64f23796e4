package dev.headroom.guard.linux;

import java.util.ArrayList;
import java.util.List;

/** The control group file systems among the mounts of a process, from {@code /proc/self/mountinfo}. */
final class CgroupMounts {
    private CgroupMounts() {}

    /**
     * A mounted hierarchy.
     *
     * @param version 1 or 2
     * @param root which group of the hierarchy is mounted
     * @param mountPoint where
     * @param controllers the super options, which name the controllers of version 1
     */
    record Mount(int version, String root, String mountPoint, List<String> controllers) {}

    static List<Mount> parse(String mountinfo) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : mountinfo.lines().toList()) {
            int separator = line.indexOf(" - ");
            if (separator < 0) {
                continue;
            }
            String[] before = line.substring(0, separator).split(" ", -1);
            String[] after = line.substring(separator + 3).split(" ", -1);
            if (before.length < 5 || after.length < 3) {
                continue;
            }
            String type = after[0];
            if (type.equals("cgroup") || type.equals("cgroup2")) {
                int version = type.equals("cgroup") ? 1 : 2;
                mounts.add(
                        new Mount(version, unescape(before[3]), unescape(before[4]), List.of(after[2].split(",", -1))));
            }
        }
        return mounts;
    }

    /** The kernel writes blanks, tabs, line breaks and backslashes as a backslash and three octal digits. */
    private static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\' && i + 3 < field.length()) {
                plain.append((char) Integer.parseInt(field.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                plain.append(field.charAt(i));
            }
        }
        return plain.toString();
    }
}
