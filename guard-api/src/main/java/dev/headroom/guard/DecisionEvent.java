package dev.headroom.guard;

import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationMode;
import java.util.OptionalDouble;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A decision as an event of JDK Flight Recorder. What is unknown is NaN, or -1 where it counts bytes. */
@Name(DecisionEvent.NAME)
@Label("Degradation Decision")
@Description("A change of the degradation level, or in shadow mode what would have been one")
@Category({"Headroom", "Resources"})
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // read by the recorder
final class DecisionEvent extends Event {
    static final String NAME = "dev.headroom.Decision";

    @Label("Sequence")
    private final long sequence;

    @Label("From")
    private final String from;

    @Label("To")
    private final String to;

    @Label("Shadow")
    @Description("Whether the level in force stayed Normal")
    private final boolean shadow;

    @Label("Resource")
    private final String resource;

    @Label("Rule")
    private final String rule;

    @Label("Measured")
    @Description("A pressure for memory, MB for disk")
    private final double measured;

    @Label("Threshold")
    private final double threshold;

    @Label("Source")
    @Description("What the measured value is that of")
    private final String source;

    @Label("Limit")
    @DataAmount
    private final long limit;

    @Label("Limit Source")
    private final String limitSource;

    @Label("Reading Age")
    @Timespan(Timespan.NANOSECONDS)
    private final long readingAge;

    @Label("Seconds to Exhaustion")
    private final double secondsToExhaustion;

    @Label("Memory Pressure")
    private final double memoryPressure;

    @Label("Disk Available")
    @Description("MB")
    private final double diskAvailable;

    @Label("CPU Load")
    private final double cpuLoad;

    private DecisionEvent(DecisionRecord decision) {
        sequence = decision.sequence();
        from = decision.transition().from().name();
        to = decision.transition().to().name();
        shadow = decision.mode() == DegradationMode.SHADOW;
        resource = decision.resource().name();
        rule = decision.rule();
        measured = decision.measured();
        threshold = decision.threshold();
        source = decision.source();
        limit = decision.limit().orElse(-1);
        limitSource = decision.limitSource();
        readingAge = decision.readingAgeNanos();
        secondsToExhaustion = orNan(decision.secondsToExhaustion());
        memoryPressure = orNan(decision.status().memoryUsage());
        diskAvailable = orNan(decision.status().diskAvailableMb());
        cpuLoad = orNan(decision.status().cpuLoad());
    }

    private static double orNan(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    static void commit(DecisionRecord decision) {
        new DecisionEvent(decision).commit();
    }
}
