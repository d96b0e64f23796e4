package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.luben.zstd.ZstdInputStream;
import dev.headroom.sink.Compression;
import dev.headroom.sink.Compression.Method;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.SinkRequest;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Compressed files hold what plain ones do, for readers that know nothing of the writer. */
class CompressionTest {
    @TempDir
    Path directory;

    private static Stream<FileSinkProvider> formats() {
        return Stream.of(new CsvSinkProvider(), new JsonSinkProvider(), new NdjsonSinkProvider());
    }

    private static byte[] expanded(Method method, byte[] file) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        try (InputStream plain = method == Method.GZIP ? new GZIPInputStream(in) : new ZstdInputStream(in)) {
            return plain.readAllBytes();
        }
    }

    private static void assertCommandTakes(Path file, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(file.toString()))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            abort("there is no " + command[0]);
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void filesExpandToThePlainOnes(Method method) throws IOException {
        SampleTable table = SampleTable.random(3, 4_000);
        for (FileSinkProvider format : formats().toList()) {
            FileSinkProvider compressed = Encoded.compressed(format, method);
            byte[] plain = Encoded.segments(format, directory, table.batches(700));
            byte[] file = Encoded.segments(compressed, directory, table.batches(700));
            assertThat(expanded(method, file)).isEqualTo(plain);
            assertThat(file.length).isLessThan(plain.length / 2);
            assertThat(compressed.fileNames(table.schema()))
                    .containsExactly(format.fileNames(table.schema()).get(0) + method.fileExtension());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void framesDependOnTheSegmentAlone(Method method) throws IOException {
        SampleTable table = SampleTable.random(5, 6_000);
        for (FileSinkProvider format : formats().toList()) {
            FileSinkProvider compressed = Encoded.compressed(format, method);
            byte[] file = Encoded.file(compressed, directory, table.batches(6_000));
            assertThat(Encoded.file(compressed, directory, table.batches(77))).isEqualTo(file);
            assertThat(Encoded.file(Encoded.compressed(format, method), directory, table.batches(1_001)))
                    .isEqualTo(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"GZIP,gzip", "ZSTD,zstd"})
    void theStandardToolsTakeThem(Method method, String tool) throws Exception {
        SampleTable table = SampleTable.random(3, 3_000);
        SampleTable none = SampleTable.random(3, 0);
        for (FileSinkProvider format : formats().toList()) {
            FileSinkProvider compressed = Encoded.compressed(format, method);
            Path file = directory.resolve(compressed.fileNames(table.schema()).get(0));
            Encoded.segments(compressed, directory, table.batches(1_000));
            assertCommandTakes(file, tool, "-t");
            try (EncodingSink sink = compressed.open(SinkRequest.create(none.schema(), directory))) {
                sink.finish();
            }
            assertCommandTakes(file, tool, "-t");
        }
    }

    @Test
    void pythonReadsGzip() throws Exception {
        FileSinkProvider json = Encoded.compressed(new JsonSinkProvider(), Method.GZIP);
        SampleTable table = SampleTable.random(8, 2_000);
        Encoded.segments(json, directory, table.batches(300));
        assertCommandTakes(
                directory.resolve(json.fileNames(table.schema()).get(0)),
                "python3",
                "-c",
                "import gzip, json, sys; assert len(json.load(gzip.open(sys.argv[1], 'rt', encoding='utf-8'))) == 2000");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void rowsThatCannotBeCompressedAndRowsLongerThanABlockComeBack(Method method) throws IOException {
        Random random = new Random(17);
        SampleTable table = SampleTable.of(Column.text("a"));
        for (int length : new int[] {700_000, 0, 1, CompressedFrames.BLOCK_BYTES - 1, 3, 300_000}) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) ('#' + random.nextInt(90)));
            }
            table.addRow(text.toString());
        }
        List<RecordBatch> batches = table.batches(2);
        byte[] plain = Encoded.segments(new CsvSinkProvider(), directory, batches);
        byte[] file = Encoded.segments(Encoded.compressed(new CsvSinkProvider(), method), directory, batches);
        assertThat(expanded(method, file)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"GZIP,1", "GZIP,9", "ZSTD,1", "ZSTD,9"})
    void anyLevelHoldsTheSame(Method method, int level) throws IOException {
        SampleTable table = SampleTable.random(3, 4_000);
        byte[] usual = Encoded.file(Encoded.compressed(new CsvSinkProvider(), method), directory, table.batches(4_000));
        FileSinkProvider other = (FileSinkProvider)
                new CsvSinkProvider().compressed(new Compression(method, level)).orElseThrow();
        byte[] file = Encoded.file(other, directory, table.batches(4_000));
        // Which one is smaller, tables with random values do not tell.
        assertThat(file).isNotEqualTo(usual);
        assertThat(expanded(method, file)).isEqualTo(expanded(method, usual));
    }

    @Test
    void aLevelThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> new Compression(Method.GZIP, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Compression(Method.ZSTD, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Compression(Method.NONE, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
