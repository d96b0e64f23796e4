package dev.headroom.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sink.SinkProvider;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both ways in which an application can have the jars. */
class DiscoveryTest {
    private static Path[] jars() {
        return Stream.of("dev.headroom.sinks", "dev.headroom.guard.api", "org.slf4j")
                .map(name -> ModuleLayer.boot().configuration().findModule(name).orElseThrow())
                .map(module -> location(module.reference()))
                .map(Path::of)
                .toArray(Path[]::new);
    }

    private static URI location(ModuleReference reference) {
        return reference.location().orElseThrow();
    }

    private static Stream<String> names(ServiceLoader<?> providers) {
        return providers.stream().map(provider -> provider.type().getName());
    }

    @Test
    void onTheModulePath() throws ReflectiveOperationException {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(jars()), ModuleFinder.of(), Set.of("dev.headroom.sinks"));
        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer();
        Class<?> spi = layer.findLoader("dev.headroom.guard.api").loadClass(SinkProvider.class.getName());
        getClass().getModule().addUses(spi);
        assertThat(names(ServiceLoader.load(layer, spi)))
                .contains(
                        CsvSinkProvider.class.getName(),
                        JsonSinkProvider.class.getName(),
                        NdjsonSinkProvider.class.getName());
    }

    @Test
    void onTheClassPath() throws ReflectiveOperationException, IOException {
        URL[] urls = Stream.of(jars()).map(DiscoveryTest::url).toArray(URL[]::new);
        // The platform's loader would find the packages in the modules of this test.
        ClassLoader bootstrap = null;
        try (URLClassLoader loader = new URLClassLoader(urls, bootstrap)) {
            Class<?> spi = loader.loadClass(SinkProvider.class.getName());
            getClass().getModule().addUses(spi);
            assertThat(names(ServiceLoader.load(spi, loader)))
                    .containsExactly(
                            CsvSinkProvider.class.getName(),
                            JsonSinkProvider.class.getName(),
                            NdjsonSinkProvider.class.getName());
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void providersSayWhatTheyOffer() {
        for (FileSinkProvider provider :
                List.of(new CsvSinkProvider(), new JsonSinkProvider(), new NdjsonSinkProvider())) {
            assertThat(provider.resumable()).isTrue();
            assertThat(provider.description()).isNotEmpty().doesNotContain("\n");
            assertThat(provider.fileNames(SampleTable.random(1, 1).schema()))
                    .containsExactly("sample." + provider.format());
        }
    }
}
