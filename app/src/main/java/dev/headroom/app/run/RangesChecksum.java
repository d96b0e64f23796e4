package dev.headroom.app.run;

import dev.headroom.generator.LedgerShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * A checksum of what a manifest gives whoever goes on with the run, and nothing else tells to be right: were it changed, the rest of the
 * run would be of another ledger, and nobody would notice.
 */
final class RangesChecksum {
    private RangesChecksum() {}

    /** What the manifest should have as its {@code ranges.sha256}. */
    static String of(Manifest manifest) {
        Manifest.Ranges ranges = manifest.ranges();
        return of(
                manifest.algorithmVersion(),
                manifest.configurationSha256(),
                ranges.first(),
                ranges.total(),
                ranges.shape(),
                ranges.numbering(),
                ranges.logBytes(),
                manifest.levels());
    }

    /** SHA-256, in lower-case hexadecimal, of the values with a blank between any two; the spans of levels as {@code 0-5:NORMAL}. */
    static String of(
            String algorithmVersion,
            String configurationSha256,
            long first,
            long total,
            LedgerShape shape,
            long[] numbering,
            long logBytes,
            List<LevelSpan> levels) {
        StringJoiner text = new StringJoiner(" ");
        text.add(algorithmVersion)
                .add(configurationSha256)
                .add(Long.toString(first))
                .add(Long.toString(total));
        shape.units().forEach(units -> text.add(units.toString()));
        Arrays.stream(numbering).forEach(number -> text.add(Long.toString(number)));
        text.add(Long.toString(logBytes));
        levels.forEach(span -> text.add(span.from() + "-" + span.to() + ":" + span.level()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
