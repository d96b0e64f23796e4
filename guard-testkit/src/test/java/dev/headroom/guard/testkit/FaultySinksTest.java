package dev.headroom.guard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.guard.testkit.FaultySinks.Operation;
import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultySinksTest {
    @TempDir
    Path directory;

    private final SinkProvider whole = new LineSinkProvider();

    private TableSink open(SinkProvider provider) throws IOException {
        return provider.open(SinkRequest.create(SampleRows.schema(), directory));
    }

    @Test
    void oneWriteFailsAsOnAFullDisk() throws IOException {
        var batch = SampleRows.batches(5, 5).get(0);
        try (TableSink sink = open(FaultySinks.diskFull(whole, 2))) {
            sink.write(batch);
            assertThatThrownBy(() -> sink.write(batch)).hasMessage("No space left on device");
            sink.write(batch);
        }
    }

    @Test
    void everyOperationCanFail() throws IOException {
        assertThatThrownBy(() -> open(FaultySinks.failing(whole, Operation.OPEN, 1)))
                .isInstanceOf(IOException.class);
        try (TableSink sink = open(FaultySinks.failing(whole, Operation.FLUSH, 1))) {
            assertThatThrownBy(sink::flush).isInstanceOf(IOException.class);
        }
        try (TableSink sink = open(FaultySinks.failing(whole, Operation.FINISH, 1))) {
            assertThatThrownBy(sink::finish).isInstanceOf(IOException.class);
        }
        TableSink closing = open(FaultySinks.failing(whole, Operation.CLOSE, 1));
        assertThatThrownBy(closing::close).isInstanceOf(IOException.class);
    }

    @Test
    void aSinkCanDoWhatTheOtherCan() throws IOException {
        FaultySinks faulty = FaultySinks.failing(whole, Operation.CUT, 1);
        assertThat(faulty.resumable()).isTrue();
        try (TableSink sink = open(faulty)) {
            assertThat(sink).isInstanceOf(ResumableSink.class);
            assertThatThrownBy(((ResumableSink) sink)::cutSegment).isInstanceOf(IOException.class);
        }
    }
}
