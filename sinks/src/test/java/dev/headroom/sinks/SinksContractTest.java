package dev.headroom.sinks;

import com.github.luben.zstd.ZstdInputStream;
import dev.headroom.guard.testkit.SinkContract;
import dev.headroom.sink.Compression;
import dev.headroom.sink.Compression.Method;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;

class SinksContractTest {
    /** What is compressed is held to its expanded bytes, and to positions between whole members or frames. */
    private abstract static class Compressed extends SinkContract {
        private final FileSinkProvider plain;
        private final Method method;

        Compressed(FileSinkProvider plain, Method method) {
            this.plain = plain;
            this.method = method;
        }

        @Override
        protected SinkProvider provider() {
            try {
                return plain.compressed(new Compression(method, method.defaultLevel()))
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected boolean registered() {
            return false;
        }

        @Override
        protected boolean positionsAreBytes() {
            return false;
        }

        @Override
        protected byte[] content(Path from, TableSchema schema) throws IOException {
            InputStream in = new ByteArrayInputStream(super.content(from, schema));
            try (InputStream expanded = method == Method.GZIP ? new GZIPInputStream(in) : new ZstdInputStream(in)) {
                return expanded.readAllBytes();
            }
        }
    }

    @Nested
    class JsonInGzip extends Compressed {
        JsonInGzip() {
            super(new JsonSinkProvider(), Method.GZIP);
        }
    }

    @Nested
    class CsvInZstd extends Compressed {
        CsvInZstd() {
            super(new CsvSinkProvider(), Method.ZSTD);
        }

        @Override
        protected boolean hasHeader() {
            return true;
        }
    }

    @Nested
    class Csv extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new CsvSinkProvider();
        }

        @Override
        protected boolean hasHeader() {
            return true;
        }
    }

    @Nested
    class Json extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new JsonSinkProvider();
        }
    }

    @Nested
    class Ndjson extends SinkContract {
        @Override
        protected SinkProvider provider() {
            return new NdjsonSinkProvider();
        }
    }
}
