package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation, parts of which are what the code says. Run the tests with {@code -Dheadroom.docs.write=true} to write
 * those parts anew.
 */
public final class DocumentedPage {
    private static final boolean WRITE = Boolean.getBoolean("headroom.docs.write");

    private final Path path;

    public DocumentedPage(String name) {
        path = Path.of(System.getProperty("basedir", ".")).resolve("../docs").resolve(name);
    }

    /** The page is exactly this. */
    public void is(String text) throws IOException {
        if (WRITE) {
            Files.writeString(path, text);
        }
        assertThat(path).content().isEqualTo(text);
    }

    /** The part of the page between the comments {@code <!-- name -->} and {@code <!-- end of name -->} is exactly this. */
    public void has(String name, String text) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->\n";
        String page = Files.readString(path);
        assertThat(page).contains(begin).contains(end);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (WRITE) {
            page = page.substring(0, from) + text + page.substring(to);
            Files.writeString(path, page);
            to = from + text.length();
        }
        assertThat(page.substring(from, to)).as("%s in %s", name, path).isEqualTo(text);
    }
}
