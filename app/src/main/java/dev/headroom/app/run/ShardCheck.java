package dev.headroom.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Checks that shards are all those of one run. */
final class ShardCheck {
    private ShardCheck() {}

    /**
     * The shards in their order.
     *
     * @throws RunRefusedException if one is missing, there twice, or not complete, or if they are not of one run
     */
    static List<Merge.Part> inOrder(List<Merge.Part> parts) throws RunRefusedException {
        for (Merge.Part part : parts) {
            checkComplete(part);
        }
        Merge.Part one = parts.get(0);
        int count = shardOf(one).count();
        Path[] found = new Path[count + 1];
        for (Merge.Part part : parts) {
            checkSameRun(one, part);
            int number = shardOf(part).number();
            if (found[number] != null) {
                throw new RunRefusedException(found[number] + " and " + part.path() + " are both shard " + shardOf(part)
                        + "; give one of them");
            }
            found[number] = part.path();
        }
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            if (found[number] == null) {
                missing.add(new Shard(number, count).toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new RunRefusedException("shard " + String.join(", ", missing)
                    + (missing.size() == 1 ? " is" : " are") + " missing; give the directories of all " + count
                    + " shards");
        }
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> shardOf(part).number()))
                .toList();
    }

    private static Shard shardOf(Merge.Part part) {
        return Objects.requireNonNull(part.manifest().shard());
    }

    private static void checkComplete(Merge.Part part) throws RunRefusedException {
        if (part.manifest().shard() == null) {
            throw new RunRefusedException(part.path() + " is a whole run; give runs that were made with --shard");
        }
        if (part.manifest().status() != Manifest.Status.COMPLETED) {
            throw new RunRefusedException(
                    part.path() + " is not complete; 'headroom resume " + part.path() + "' goes on with it");
        }
    }

    private static void checkSameRun(Merge.Part one, Merge.Part other) throws RunRefusedException {
        Manifest expected = one.manifest();
        Manifest actual = other.manifest();
        if (!actual.algorithmVersion().equals(expected.algorithmVersion())) {
            throw notOfOneRun(one, other, "the algorithm version");
        }
        if (!actual.configurationSha256().equals(expected.configurationSha256())) {
            throw notOfOneRun(
                    one,
                    other,
                    String.join(
                            ", ",
                            ResumeCheck.differences(
                                    expected.configurationChecksums(), actual.configurationChecksums())));
        }
        if (!actual.formats().equals(expected.formats())
                || !Objects.equals(actual.compression(), expected.compression())) {
            throw notOfOneRun(one, other, "output.formats or output.compression");
        }
        if (shardOf(other).count() != shardOf(one).count()) {
            throw notOfOneRun(one, other, "the number of shards");
        }
    }

    private static RunRefusedException notOfOneRun(Merge.Part one, Merge.Part other, String what) {
        return new RunRefusedException(
                one.path() + " and " + other.path() + " are not shards of one run: they differ in " + what);
    }
}
