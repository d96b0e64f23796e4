package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class CgroupMembershipTest {
    private static final String V1_MOUNTS = """
            22 27 0:21 / /proc rw,relatime - proc proc rw
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:7 - cgroup cgroup rw,memory
            """;

    @Test
    void version1GivesTheGroupAndItsParents() {
        String cgroup = "4:memory:/a/b\n3:cpuset:/\n2:cpu,cpuacct:/c\n0::/\n";

        assertThat(CgroupMembership.groups(cgroup, V1_MOUNTS, "memory"))
                .containsExactly(
                        new CgroupMembership.Group(1, "/a/b", "/sys/fs/cgroup/memory/a/b"),
                        new CgroupMembership.Group(1, "/a", "/sys/fs/cgroup/memory/a"),
                        new CgroupMembership.Group(1, "/", "/sys/fs/cgroup/memory"));
        assertThat(CgroupMembership.groups(cgroup, V1_MOUNTS, "cpu"))
                .extracting(CgroupMembership.Group::directory)
                .containsExactly("/sys/fs/cgroup/cpu,cpuacct/c", "/sys/fs/cgroup/cpu,cpuacct");
    }

    @Test
    void version2GivesTheGroupAndItsParents() {
        String mounts = "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";

        assertThat(CgroupMembership.groups("0::/user.slice/run.scope\n", mounts, "memory"))
                .containsExactly(
                        new CgroupMembership.Group(2, "/user.slice/run.scope", "/sys/fs/cgroup/user.slice/run.scope"),
                        new CgroupMembership.Group(2, "/user.slice", "/sys/fs/cgroup/user.slice"),
                        new CgroupMembership.Group(2, "/", "/sys/fs/cgroup"));
    }

    @Test
    void aHybridGivesBoth() {
        String mounts = V1_MOUNTS + "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw\n";

        assertThat(CgroupMembership.groups("4:memory:/a\n0::/x\n", mounts, "memory"))
                .extracting(CgroupMembership.Group::name)
                .containsExactly("cgroup v1 /a", "cgroup v1 /", "cgroup v2 /x", "cgroup v2 /");
    }

    @Test
    void aContainerSeesItsOwnGroupAtTheMountPoint() {
        String mounts = "35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n";

        assertThat(CgroupMembership.groups("4:memory:/docker/abc\n", mounts, "memory"))
                .containsExactly(new CgroupMembership.Group(1, "/", "/sys/fs/cgroup/memory"));
        assertThat(CgroupMembership.groups("4:memory:/docker/abc/inner\n", mounts, "memory"))
                .extracting(CgroupMembership.Group::directory)
                .containsExactly("/sys/fs/cgroup/memory/inner", "/sys/fs/cgroup/memory");
    }

    @Test
    void aGroupOutOfSightIsReadAtTheMountPoint() {
        String mounts = "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";

        assertThat(CgroupMembership.groups("0::/../other\n", mounts, "memory"))
                .containsExactly(new CgroupMembership.Group(2, "/", "/sys/fs/cgroup"));
    }

    @Test
    void mountPointsWithBlanksAreFound() {
        String mounts = "35 31 0:32 / /mnt/my\\040groups rw - cgroup cgroup rw,memory\n";

        assertThat(CgroupMembership.groups("4:memory:/a\n", mounts, "memory")
                        .get(0)
                        .directory())
                .isEqualTo("/mnt/my groups/a");
    }

    @Test
    void noGroupsAreNoGroups() {
        assertThat(CgroupMembership.groups("", "", "memory")).isEmpty();
        assertThat(CgroupMembership.groups("garbage", "more garbage - x", "memory"))
                .isEmpty();
    }
}
