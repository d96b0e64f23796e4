package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a configuration as YAML for people: every key with what it does. */
final class ConfigurationTemplate {
    private static final int LINE_LENGTH = 110;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> values = new HashMap<>();
    private final List<Company> companies;

    private ConfigurationTemplate(HeadroomConfiguration configuration) {
        companies = configuration.ledger().companies();
        collect(LedgerSettings.OF_LEDGER, configuration.ledger());
        collect(RunSettings.ALL, configuration);
    }

    private <C> void collect(List<Setting<C, ?>> settings, C configuration) {
        for (Setting<C, ?> setting : settings) {
            String json = setting.render(configuration);
            if (json != null) {
                values.put(setting.path(), json);
            }
        }
    }

    static String yaml(HeadroomConfiguration configuration) {
        ConfigurationTemplate template = new ConfigurationTemplate(configuration);
        template.text
                .append("# yaml-language-server: $schema=./")
                .append(ConfigurationSchema.FILE_NAME)
                .append("\n# A configuration of Headroom. Keys that are left out have their defaults.\n")
                .append(
                        "# 'headroom validate --config FILE' checks it; 'headroom generate --config FILE' makes the data.\n");
        template.section("", "");
        return template.text.toString();
    }

    private void section(String section, String indent) {
        for (String name : KnownKeys.ALL.namesIn(section)) {
            String path = KnownKeys.join(section, name);
            Setting<?, ?> setting = KnownKeys.ALL.setting(path);
            if (setting != null) {
                comment(indent, setting);
                key(indent, setting, values.get(path));
                continue;
            }
            text.append(indent.isEmpty() ? "\n" : "")
                    .append(indent)
                    .append(name.replace("[]", ""))
                    .append(":\n");
            if (path.equals(LedgerSettings.COMPANIES)) {
                IntStream.range(0, companies.size()).forEach(this::company);
            } else {
                section(path, indent + "  ");
            }
        }
    }

    private void company(int number) {
        String indent = "  - ";
        for (Setting<Company, ?> setting : LedgerSettings.OF_COMPANY) {
            // Once is enough to learn what the keys mean.
            if (number == 0) {
                comment("    ", setting);
            }
            key(indent, setting, setting.render(companies.get(number)));
            indent = "    ";
        }
    }

    private void comment(String indent, Setting<?, ?> setting) {
        String unit = setting.unit().isEmpty() ? "" : setting.unit() + ", ";
        String comment =
                setting.effect() + " (" + unit + setting.type().range() + "; default " + setting.defaultText() + ")";
        StringBuilder line = new StringBuilder();
        for (String word : comment.split(" ", -1)) {
            if (indent.length() + line.length() + word.length() > LINE_LENGTH) {
                text.append(indent).append('#').append(line).append('\n');
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        text.append(indent).append('#').append(line).append('\n');
    }

    /** A key with its value; a key without one is a comment, and so is one that follows other keys, for them to be changed alone. */
    private void key(String indent, Setting<?, ?> setting, @Nullable String value) {
        text.append(indent);
        if (value == null) {
            text.append("# ").append(setting.name()).append(":\n");
        } else {
            text.append(setting.derived() ? "# " : "")
                    .append(setting.name())
                    .append(": ")
                    .append(plain(setting, value))
                    .append('\n');
        }
    }

    /** Dates and words need no quotes; a text may look like something else without them. */
    private static String plain(Setting<?, ?> setting, String json) {
        return setting.type() instanceof CalendarDate || setting.type() instanceof Choice<?>
                ? json.substring(1, json.length() - 1)
                : json;
    }
}
