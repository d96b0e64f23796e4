package dev.headroom.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.DocumentedPage;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentationTest {
    @Test
    void theReferenceDescribesEveryKey() throws Exception {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Setting<?, ?> setting : KnownKeys.ALL.inOrder()) {
            if (!setting.section().equals(section)) {
                section = setting.section();
                text.append("\n### `").append(section).append("`\n\n");
                text.append("| key | default | unit | values | effect |\n|---|---|---|---|---|\n");
            }
            text.append("| `")
                    .append(setting.name())
                    .append("` | ")
                    .append(defaultOf(setting))
                    .append(" | ");
            text.append(setting.unit())
                    .append(" | ")
                    .append(setting.type().range())
                    .append(" | ");
            text.append(setting.effect()).append(" |\n");
        }
        new DocumentedPage("configuration.md").has("keys", text + "\n");
    }

    @Test
    void theInterfaceListsEveryKey() throws Exception {
        StringBuilder text =
                new StringBuilder("| key | default | unit | values | determines bytes |\n|---|---|---|---|---|\n");
        for (Setting<?, ?> setting : KnownKeys.ALL.inOrder()) {
            text.append("| `")
                    .append(setting.path())
                    .append("` | ")
                    .append(defaultOf(setting))
                    .append(" | ");
            text.append(setting.unit())
                    .append(" | ")
                    .append(setting.type().range())
                    .append(" | ");
            text.append(RunSettings.ALL.contains(setting) ? "no" : "yes").append(" |\n");
        }
        new DocumentedPage("interface.md").has("keys", text.toString());
    }

    private static String defaultOf(Setting<?, ?> setting) {
        return setting.defaultValue() == null ? setting.defaultText() : "`" + setting.defaultText() + "`";
    }

    @Test
    void theSchemaIsPublished() throws Exception {
        new DocumentedPage("configuration.schema.json").is(ConfigurationSchema.json());
    }

    @Test
    void theSchemaIsJsonThatKnowsEveryKey() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(ConfigurationSchema.json());
        for (Setting<?, ?> setting : KnownKeys.ALL.inOrder()) {
            JsonNode at = schema;
            for (String part : setting.path().split("\\.", -1)) {
                at = at.path("properties").path(part.replace("[]", ""));
                at = part.endsWith("[]") ? at.path("items") : at;
            }
            assertThat(at.path("description").asText()).as(setting.path()).startsWith(setting.effect());
        }
    }

    /** A key that is declared and not listed would be unknown to the reader. */
    @Test
    void everyDeclaredKeyIsListed() throws Exception {
        List<Setting<?, ?>> declared = new ArrayList<>();
        for (Class<?> type : List.of(LedgerSettings.class, RunSettings.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Setting.class) {
                    declared.add((Setting<?, ?>) field.get(null));
                }
            }
        }
        assertThat(KnownKeys.ALL.inOrder()).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void theCommentedFileSaysWhatTheConfigurationSays() throws Exception {
        ConfigurationReader reader = new ConfigurationReader(List.of("csv", "ndjson"));
        HeadroomConfiguration demo = reader.readDemo(Overrides.NONE);
        HeadroomConfiguration again = reader.readYaml("init.yaml", demo.toCommentedYaml(), Overrides.NONE);
        assertThat(again.ledger()).isEqualTo(demo.ledger());
        assertThat(again.output()).isEqualTo(demo.output());
        assertThat(again.guards()).isEqualTo(demo.guards());
    }
}
