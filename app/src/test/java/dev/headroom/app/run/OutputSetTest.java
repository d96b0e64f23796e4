package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutputSetTest {
    private static final List<TableSchema> TABLES = IntStream.range(0, 20)
            .mapToObj(i -> new TableSchema("t" + i, "a table", List.of(Column.integer("id"))))
            .toList();

    private final List<String> forced = Collections.synchronizedList(new ArrayList<>());
    private @Nullable String broken;
    private long written;

    private OutputSet open() throws IOException {
        SinkProvider sinks = new ForcedSinks();
        return OutputSet.open(Path.of("."), TABLES, List.of(sinks), RunProgress.emptyOutputs(TABLES, List.of(sinks)));
    }

    private void cutAll(OutputSet outputs) throws IOException {
        for (TableOutput output : outputs.outputs()) {
            output.add(output.cut(), 1);
        }
    }

    @Test
    void forcesWhatWasWrittenSinceItLastDid() throws IOException {
        try (OutputSet outputs = open()) {
            outputs.force();
            assertThat(forced).as("outputs of a run that has not begun").isEmpty();

            written = 100;
            cutAll(outputs);
            outputs.force();
            assertThat(forced).containsExactlyInAnyOrderElementsOf(names());

            written = 0;
            cutAll(outputs);
            outputs.force();
            assertThat(forced).as("forced again without a byte more").hasSize(TABLES.size());
        }
    }

    @Test
    void forcesWhatFollowsTheLastRow() throws IOException {
        try (OutputSet outputs = open()) {
            outputs.finish(true);
            outputs.force();
            assertThat(forced).containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void failsIfOneCannotBeForced() throws IOException {
        try (OutputSet outputs = open()) {
            broken = "t7";
            written = 1;
            cutAll(outputs);
            assertThatThrownBy(outputs::force).isInstanceOf(IOException.class).hasMessage("t7 is broken");
        }
    }

    private static List<String> names() {
        return TABLES.stream().map(TableSchema::name).toList();
    }

    private final class ForcedSinks implements SinkProvider {
        @Override
        public String format() {
            return "forced";
        }

        @Override
        public String description() {
            return "remembers what was forced";
        }

        @Override
        public boolean resumable() {
            return true;
        }

        @Override
        public List<String> fileNames(TableSchema schema) {
            return List.of();
        }

        @Override
        public TableSink open(SinkRequest request) {
            return new ResumableSink() {
                private long position;

                @Override
                public void write(RecordBatch batch) {}

                @Override
                public Segment cutSegment() {
                    long start = position;
                    position += written;
                    return new Segment(start, position, 0);
                }

                @Override
                public void force() throws IOException {
                    String name = request.schema().name();
                    if (name.equals(broken)) {
                        throw new IOException(name + " is broken");
                    }
                    forced.add(name);
                }

                @Override
                public void close() {}
            };
        }
    }
}
