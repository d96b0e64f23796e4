package dev.headroom.generator.quality;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.LedgerConfiguration.DataQuality;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;

/** The configured rates of data-quality issues, checked. Immutable. */
public final class QualityRates {
    private final DataQuality configuration;
    private final Discrete duplicateKinds;
    private final double logarithmOfNoDuplicate;
    /** About the probability that so many lines have no duplicate, by their number; 0 for the last and all beyond. */
    private final double[] noDuplicates = new double[64];

    private final double[] typoShares = new double[AlterableFields.LONGEST_TEXT + 1];

    /**
     * Checks rates.
     *
     * @throws InvalidLedgerConfigurationException if one is not from 0 to 1, or the shares of duplicates do not add up to 1
     */
    public QualityRates(DataQuality configuration) {
        this.configuration = configuration;
        check("missing", configuration.missing());
        check("date_format", configuration.dateFormat());
        check("amount_format", configuration.amountFormat());
        check("identifier_format", configuration.identifierFormat());
        check("text_format", configuration.textFormat());
        check("duplicates", configuration.duplicates());
        check("exact_duplicates", configuration.exactDuplicates());
        check("near_duplicates", configuration.nearDuplicates());
        check("fuzzy_duplicates", configuration.fuzzyDuplicates());
        check("typos", configuration.typos());
        check("encoding", configuration.encoding());
        double sum = configuration.exactDuplicates() + configuration.nearDuplicates() + configuration.fuzzyDuplicates();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new InvalidLedgerConfigurationException(
                    "data_quality.exact_duplicates",
                    "the shares of exact, near and fuzzy duplicates add up to " + sum + "; they have to add up to 1");
        }
        this.duplicateKinds = new Discrete(
                configuration.exactDuplicates(), configuration.nearDuplicates(), configuration.fuzzyDuplicates());
        this.logarithmOfNoDuplicate = StrictMath.log(1 - configuration.duplicates());
        // A little less, so that rounding cannot decide otherwise than the logarithm would.
        double none = 1 - 1e-9;
        for (int lines = 0; lines < noDuplicates.length; lines++) {
            noDuplicates[lines] = none;
            none *= 1 - configuration.duplicates();
        }
        noDuplicates[noDuplicates.length - 1] = 0;
        double longest = AlterableFields.shareWithTypo(configuration.typos(), AlterableFields.LONGEST_TEXT);
        for (int length = 0; length < typoShares.length; length++) {
            typoShares[length] =
                    longest == 0 ? 0 : AlterableFields.shareWithTypo(configuration.typos(), length) / longest;
        }
    }

    private static void check(String key, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new InvalidLedgerConfigurationException("data_quality." + key, rate + " is not from 0 to 1");
        }
    }

    DataQuality configuration() {
        return configuration;
    }

    /** The share of texts of a length with a typo, relative to the longest. */
    double typoShare(int length) {
        return typoShares[Math.min(length, typoShares.length - 1)];
    }

    QualityKind duplicateKind(long bits) {
        return switch (duplicateKinds.at(bits)) {
            case 0 -> QualityKind.EXACT_DUPLICATE;
            case 1 -> QualityKind.NEAR_DUPLICATE;
            default -> QualityKind.FUZZY_DUPLICATE;
        };
    }

    /** The first line of a group, from one on, that a duplicate follows, or the number of lines; by the gaps between them. */
    int nextDuplicate(long key, int from, int lines) {
        if (configuration.duplicates() == 0) {
            return lines;
        }
        if (from == 0 && 1 - Draw.uniform(key, 0) < noDuplicates[Math.min(lines, noDuplicates.length - 1)]) {
            return lines;
        }
        double line = -1;
        for (int i = 0; line < from; i++) {
            double gap = StrictMath.log(1 - Draw.uniform(key, i)) / logarithmOfNoDuplicate;
            line += 1 + Math.floor(gap);
            if (line >= lines) {
                return lines;
            }
        }
        return (int) line;
    }
}
