package dev.headroom.app.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run, beside the gate that it has to be in.
 *
 * @param name what it is
 * @param figure the figure
 * @param gate what it is held against; what it should be, where nothing is
 * @param verdict how close it is
 * @param count what it is of: lines, entries or amounts
 * @param binding whether it has to be in its gate: the configuration keeps what the gate is about
 */
public record Statistic(String name, double figure, String gate, Verdict verdict, long count, boolean binding) {
    /** How close a figure is. */
    public enum Verdict {
        /** As close as is asked for. */
        CLOSE,
        /** Not as close, and near enough. */
        ACCEPTABLE,
        /** Not in the gate. */
        OUTSIDE,
        /** Of too little to say. */
        NOT_APPLICABLE;

        /** The verdict in words. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A deviation, which is close up to one limit and acceptable up to another; not applicable to too small a count. */
    static Statistic deviation(
            String name, double figure, double close, double acceptable, long count, long least, boolean binding) {
        Verdict verdict = count < least
                ? Verdict.NOT_APPLICABLE
                : figure <= close ? Verdict.CLOSE : figure <= acceptable ? Verdict.ACCEPTABLE : Verdict.OUTSIDE;
        String gate = "at most " + decimal(close) + ", " + decimal(acceptable);
        return new Statistic(name, figure, gate, verdict, count, binding);
    }

    /** A share, which is close within half of a distance to what it should be, and acceptable within the distance. */
    static Statistic share(
            String name, double figure, double expected, double within, long count, long least, boolean binding) {
        double distance = Math.abs(figure - expected);
        Verdict verdict = count < least
                ? Verdict.NOT_APPLICABLE
                : distance <= within / 2 ? Verdict.CLOSE : distance <= within ? Verdict.ACCEPTABLE : Verdict.OUTSIDE;
        String gate = decimal(expected) + " within " + decimal(within);
        return new Statistic(name, figure, gate, verdict, count, binding);
    }

    /** A figure that should be at least something. */
    static Statistic atLeast(String name, double figure, double least, long count, long leastCount, boolean binding) {
        Verdict verdict =
                count < leastCount ? Verdict.NOT_APPLICABLE : figure >= least ? Verdict.CLOSE : Verdict.OUTSIDE;
        return new Statistic(name, figure, "at least " + decimal(least), verdict, count, binding);
    }

    /** What is wrong; null if nothing is. */
    public @Nullable String violation() {
        return binding && verdict == Verdict.OUTSIDE
                ? name + " is " + decimal(figure) + " of " + count + ", the gate is " + gate
                : null;
    }

    /** A figure with as many digits as matter. */
    public static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
