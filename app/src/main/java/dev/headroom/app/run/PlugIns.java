package dev.headroom.app.run;

import java.io.File;
import java.io.IOException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The jars that the launcher has found in plug-in directories and put on the class path. */
public final class PlugIns {
    /** Paths of jars, separated as on a class path. */
    private static final String JARS_PROPERTY = "headroom.plugins";

    private static final String DIRECTORY_PROPERTY = "headroom.plugins.directory";

    private PlugIns() {}

    /** The paths of the jars, in the order of the class path. */
    public static List<String> jars() {
        return Stream.of(System.getProperty(JARS_PROPERTY, "").split(File.pathSeparator, -1))
                .filter(jar -> !jar.isEmpty())
                .toList();
    }

    /** A line for each jar that the JVM passes over in silence, since it cannot be read. */
    static List<String> unreadable() {
        List<String> lines = new ArrayList<>();
        for (String jar : jars()) {
            try {
                new ZipFile(jar).close();
            } catch (IOException e) {
                lines.add("plug-in " + jar + " cannot be read, and what it offers is not there: " + e.getMessage());
            }
        }
        return lines;
    }

    /** Where a user puts a plug-in. */
    public static String directory() {
        return System.getProperty(DIRECTORY_PROPERTY, "the class path");
    }

    /** The jar or directory that a class comes from, for people. */
    public static String locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? "the JDK" : source.getLocation().getPath();
    }
}
