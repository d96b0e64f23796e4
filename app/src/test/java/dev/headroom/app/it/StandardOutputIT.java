package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a command whose standard output cannot be written. */
class StandardOutputIT {
    /** The command begins when nobody reads the pipe any more. */
    @ParameterizedTest
    @ValueSource(strings = {"tables", "tables --sql", "--help", "init"})
    void whereTheReaderHasGoneItEndsWithoutAWord(String words) throws Exception {
        String script = "{ trap '' PIPE; while echo 2>/dev/null; do :; done; \"$@\" && echo done >&2; } | :";
        assertThat(piped(script, words).exitsWith(0).err()).isEqualTo("done\n");
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        assertThat(piped("\"$@\" >/dev/full", "tables").exitsWith(1).err())
                .isEqualTo("headroom: standard output cannot be written; what was printed is not complete\n");
    }

    private static PackagedHeadroom.Outcome piped(String script, String words) throws Exception {
        return PackagedHeadroom.quick().startedBy("sh", "-c", script, "sh").run(words.split(" ", -1));
    }
}
