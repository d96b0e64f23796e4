package dev.headroom.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatExaminationTest {
    private static Section examined(String format) {
        return new FormatExamination(List.of(new WriteOnly(), new Resumable()), List.of()).of(List.of(format));
    }

    @Test
    void aFormatThatCanOnlyBeWrittenIsWarnedOfWhereItIsMeant() {
        Section section = examined("simple");
        assertThat(section.warnings()).isEqualTo(1);
        assertThat(section.lines())
                .contains(
                        "! WARNING       format simple can only be written from its beginning: a run that writes it and stops"
                                + " has to be generated anew, and cannot be repaired");
    }

    @Test
    void otherwiseItIsMerelyNamed() {
        Section section = examined("better");
        assertThat(section.warnings()).isZero();
        assertThat(section.lines()).anyMatch(line -> line.contains("simple") && line.contains("cannot be resumed"));
    }

    /** A custom sink as a beginner writes it. */
    private static class WriteOnly implements SinkProvider {
        @Override
        public String format() {
            return "simple";
        }

        @Override
        public String description() {
            return "writes";
        }

        @Override
        public boolean resumable() {
            return false;
        }

        @Override
        public List<String> fileNames(TableSchema schema) {
            return List.of();
        }

        @Override
        public TableSink open(SinkRequest request) {
            throw new UnsupportedOperationException("nothing is written");
        }
    }

    private static final class Resumable extends WriteOnly {
        @Override
        public String format() {
            return "better";
        }

        @Override
        public boolean resumable() {
            return true;
        }
    }
}
