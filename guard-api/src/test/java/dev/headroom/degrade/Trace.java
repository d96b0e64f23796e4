package dev.headroom.degrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** What a controller is told over time. */
record Trace(List<Step> steps) {
    /** One update; a negative figure is unknown. */
    record Step(long afterMillis, double pressure, double diskMb) {}

    /** A walk at random, with readings that fail and pauses of all lengths in between. */
    static Trace random(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        double pressure = 0.5;
        double mb = 3000;
        for (int i = 0; i < length; i++) {
            pressure = Math.max(0, Math.min(1.2, pressure + (random.nextDouble() - 0.5) * 0.1));
            mb = Math.max(0, mb + (random.nextDouble() - 0.5) * 300);
            long pause = random.nextInt(1000) == 0 ? 20_000 : 10 + random.nextInt(190);
            steps.add(new Step(pause, random.nextInt(20) == 0 ? -1 : pressure, random.nextInt(20) == 0 ? -1 : mb));
        }
        return new Trace(steps);
    }

    /** Milliseconds since the line before, and pressure, line by line, as a guard has measured it in a real program. */
    static Trace recorded(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Trace.class.getResourceAsStream(name), name)) {
            return new Trace(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .map(fields -> new Step(Long.parseLong(fields[0]), Double.parseDouble(fields[1]), 10_000))
                    .toList());
        }
    }
}
