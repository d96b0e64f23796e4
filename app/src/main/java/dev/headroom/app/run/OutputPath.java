package dev.headroom.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a path can be that of a run's directory, as far as can be told without touching anything. */
public final class OutputPath {
    private OutputPath() {}

    /** Why no run can begin there, and what to do; null where nothing speaks against it. */
    public static @Nullable String problemOf(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return "output " + path + " is a file; give a directory";
        }
        @Nullable Path above = path.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above == null || Files.isDirectory(above)
                ? null
                : "output " + path + " is below " + above + ", which is a file; give another directory";
    }
}
