package dev.headroom.app.run;

import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All outputs of a run in a fixed order: table by table, and for each table the formats in the order they were asked for. */
final class OutputSet implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputSet.class);

    private final Path directory;
    private final List<TableOutput> outputs;

    private OutputSet(Path directory, List<TableOutput> outputs) {
        this.directory = directory;
        this.outputs = outputs;
    }

    /**
     * Opens the outputs.
     *
     * @param states where each of them stands, in their order
     * @throws IOException if one cannot be opened; those that were opened are closed again
     */
    static OutputSet open(
            Path directory, List<TableSchema> tables, List<SinkProvider> providers, List<OutputState> states)
            throws IOException {
        List<TableOutput> outputs = new ArrayList<>();
        OutputSet set = new OutputSet(directory, outputs);
        try {
            for (int table = 0; table < tables.size(); table++) {
                for (SinkProvider provider : providers) {
                    TableSchema schema = tables.get(table);
                    OutputState state = states.get(outputs.size());
                    outputs.add(TableOutput.open(schema, table, provider, directory, state.bytes(), state.rows()));
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            set.close();
            throw e;
        }
        return set;
    }

    /** Tables, each of which has an output for each format. */
    int tableCount() {
        return outputs.isEmpty() ? 0 : outputs.get(outputs.size() - 1).tableIndex() + 1;
    }

    List<TableOutput> outputs() {
        return outputs;
    }

    /** Whether every sink can be reopened where a stop left it. */
    boolean areResumable() {
        return outputs.stream().allMatch(output -> output.sink() instanceof ResumableSink);
    }

    void flush() throws IOException {
        for (TableOutput output : outputs) {
            output.sink().flush();
        }
    }

    /** Makes what was written since the last call durable. */
    void force() throws IOException {
        ParallelForce.of(outputs.stream().filter(TableOutput::isUnforced).toList());
    }

    /** Makes the files whole. After a failure only those of which it was taken back: the others are beyond repair. */
    void finish(boolean whole) throws IOException {
        for (TableOutput output : outputs) {
            if (whole || output.sink() instanceof ResumableSink) {
                output.finish();
            }
        }
    }

    void rollBack() throws IOException {
        for (TableOutput output : outputs) {
            output.rollBack(directory);
        }
    }

    /** Closes the sinks. All that they have is durable by then, or lost anyway: a failure is logged, and changes nothing. */
    @Override
    public void close() {
        for (TableOutput output : outputs) {
            try {
                output.sink().close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} could not be closed: {}", output.name(), e.toString());
            }
        }
    }
}
