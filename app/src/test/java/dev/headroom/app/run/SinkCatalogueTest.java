package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.TableSchema;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SinkCatalogueTest {
    private static class Named implements SinkProvider {
        @Override
        public String format() {
            return "named";
        }

        @Override
        public String description() {
            return "a name";
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
            throw new UnsupportedOperationException();
        }
    }

    private static final class Other extends Named {}

    private static final class WithoutName extends Named {
        @Override
        public String format() {
            throw new IllegalStateException("out of order");
        }
    }

    @Test
    void aFormatThatIsOfferedTwiceIsRefusedOnceItIsAskedFor() throws RunRefusedException {
        SinkCatalogue catalogue = SinkCatalogue.of(List.of(new Other(), new Named()));

        assertThat(catalogue.formats()).containsExactly("named");
        assertThat(catalogue.providersOf(List.of("none"), Compression.NONE)).isEmpty();
        assertThatThrownBy(() -> catalogue.check(List.of("named")))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageStartingWith("format named is offered by " + Named.class.getName() + " in ")
                .hasMessageContaining(" and by " + Other.class.getName() + " in ")
                .hasMessageEndingWith("; take one of them away");
    }

    @Test
    void aFormatThatIsNotThereIsOneOfAPlugIn() {
        assertThatThrownBy(() -> SinkCatalogue.of(List.of(new Named())).check(List.of("sql")))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage("format sql is written by a plug-in that is not there; put its jar in the class path,"
                        + " or choose among named and none");
    }

    @Test
    void whatCannotBeMadeIsLeftOut() {
        Iterator<Supplier<SinkProvider>> found = Stream.<Supplier<SinkProvider>>of(
                        () -> {
                            throw new ServiceConfigurationError("it", new IllegalStateException("no constructor"));
                        },
                        () -> {
                            throw new NoClassDefFoundError("other/Library");
                        },
                        WithoutName::new,
                        Named::new)
                .iterator();

        SinkCatalogue catalogue = SinkCatalogue.from(found, List.of("before"));

        assertThat(catalogue.formats()).containsExactly("named");
        assertThat(catalogue.refused())
                .containsExactly(
                        "before",
                        "a sink provider cannot be used, and its format is not there: it:"
                                + " java.lang.IllegalStateException: no constructor",
                        "a sink provider cannot be used, and its format is not there:"
                                + " java.lang.NoClassDefFoundError: other/Library",
                        "a sink provider cannot be used, and its format is not there:"
                                + " java.lang.IllegalStateException: out of order");
    }
}
