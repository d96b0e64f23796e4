package dev.headroom.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs variants in turn, A B C A B C …, so that whatever else the machine does meets all of them alike, and keeps for each the time on
 * the clock and the processor time of the whole process, that of the compiler and the collector included.
 */
final class Comparison {
    /**
     * One repetition.
     *
     * @param volume what was made
     * @param wallSeconds time on the clock
     * @param cpuSeconds processor time of all threads
     */
    record Sample(Volume volume, double wallSeconds, double cpuSeconds) {
        double linesPerSecond() {
            return volume.journalLines() / wallSeconds;
        }

        double linesPerCpuSecond() {
            return volume.journalLines() / cpuSeconds;
        }

        double bytesPerSecond() {
            return volume.bytes() / wallSeconds;
        }

        double bytesPerCpuSecond() {
            return volume.bytes() / cpuSeconds;
        }
    }

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** Runs every variant once in each round; the first rounds only warm up. */
    void run(List<Variant> variants, int warmUps, int rounds) throws Exception {
        for (int round = -warmUps; round < rounds; round++) {
            for (Variant variant : variants) {
                Sample sample = measure(variant);
                if (round >= 0) {
                    samples.computeIfAbsent(variant.name(), name -> new ArrayList<>())
                            .add(sample);
                }
            }
        }
    }

    private Sample measure(Variant variant) throws Exception {
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        Volume volume = variant.work().run();
        Sample sample =
                new Sample(volume, (System.nanoTime() - wall) * 1e-9, (system.getProcessCpuTime() - cpu) * 1e-9);
        variant.cleanUp().run();
        return sample;
    }

    /** Names of the variants in the order in which they were run. */
    List<String> names() {
        return List.copyOf(samples.keySet());
    }

    /** Median of a figure over the repetitions of a variant. */
    double median(String variant, ToDoubleFunction<Sample> figure) {
        return median(samplesOf(variant).stream().mapToDouble(figure).toArray());
    }

    /** The largest figure over the repetitions of a variant: on a shared machine, what comes nearest to one of one's own. */
    double best(String variant, ToDoubleFunction<Sample> figure) {
        return samplesOf(variant).stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    /** Median of the quotients of a figure, each of two repetitions in the same round. */
    double medianRatio(String variant, String base, ToDoubleFunction<Sample> figure) {
        List<Sample> over = samplesOf(variant);
        List<Sample> under = samplesOf(base);
        return median(IntStream.range(0, over.size())
                .mapToDouble(i -> figure.applyAsDouble(over.get(i)) / figure.applyAsDouble(under.get(i)))
                .toArray());
    }

    private List<Sample> samplesOf(String variant) {
        return samples.getOrDefault(variant, List.of());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
