package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headroom.degrade.DegradationLevel;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the interface names every field of the manifest, and no other. */
class ManifestDocumentationTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ".")).resolve("../docs/interface.md");

    private static String section(String name) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("<!-- " + name + " -->");
        int to = page.indexOf("<!-- end of " + name + " -->");
        assertThat(from).as("beginning of " + name).isNotNegative().isLessThan(to);
        return page.substring(from, to);
    }

    private static List<String> firstColumn(String section) {
        return Pattern.compile("(?m)^\\| `([^`]+)`")
                .matcher(section)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static void addFields(Class<?> type, String prefix, List<String> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = prefix + (property == null ? component.getName() : property.value());
            fields.add(name);
            if (component.getType().isRecord()) {
                addFields(component.getType(), name + ".", fields);
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()) {
                addFields(element, name + "[].", fields);
            }
        }
    }

    @Test
    void everyFieldIsOnThePage() throws Exception {
        List<String> fields = new ArrayList<>();
        addFields(Manifest.class, "", fields);
        assertThat(firstColumn(section("manifest"))).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void everyReasonStatusAndLevelIsOnThePage() throws Exception {
        String section = section("manifest");
        for (StopReason reason : StopReason.values()) {
            assertThat(section).contains("`" + reason + "`");
        }
        for (Manifest.Status status : Manifest.Status.values()) {
            assertThat(section).contains("`" + status + "`");
        }
        assertThat(section)
                .contains("`" + DegradationLevel.NORMAL + "`", "`" + DegradationLevel.REDUCED + "`", "`MINIMAL`");
    }

    @Test
    void everyFileOfARunIsOnThePage() throws Exception {
        assertThat(firstColumn(section("run directory")))
                .contains(
                        ManifestFile.FILE_NAME,
                        ManifestFile.NEXT_NAME,
                        ManifestFile.RESERVE_NAME,
                        RangeLog.FILE_NAME,
                        TotalsFile.FILE_NAME,
                        TotalsFile.NEXT_NAME,
                        RepairDirectory.NAME + "/",
                        DirectoryLock.FILE_NAME);
    }
}
