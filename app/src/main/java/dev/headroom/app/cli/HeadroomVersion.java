package dev.headroom.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the build wrote it. */
final class HeadroomVersion implements IVersionProvider {
    /** The version, such as {@code 0.1.0}. */
    static String current() {
        try (InputStream in =
                Objects.requireNonNull(HeadroomVersion.class.getResourceAsStream("version.txt"), "version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"headroom " + current()};
    }
}
