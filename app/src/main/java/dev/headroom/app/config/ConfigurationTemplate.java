package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration.Company;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a configuration as YAML for people: every key with what it does. */
final class ConfigurationTemplate {
    private static final int COMMENT_COLUMN = 40;

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
                line(indent, setting, values.get(path));
                continue;
            }
            text.append(indent.isEmpty() ? "\n" : "")
                    .append(indent)
                    .append(name.replace("[]", ""))
                    .append(":\n");
            if (path.equals(LedgerSettings.COMPANIES)) {
                companies.forEach(this::company);
            } else {
                section(path, indent + "  ");
            }
        }
    }

    private void company(Company company) {
        String indent = "  - ";
        for (Setting<Company, ?> setting : LedgerSettings.OF_COMPANY) {
            line(indent, setting, setting.render(company));
            indent = "    ";
        }
    }

    /** A key with its value; a key without one is a comment that shows what it could be. */
    private void line(String indent, Setting<?, ?> setting, @Nullable String value) {
        int start = text.length();
        if (value == null) {
            text.append(indent).append("# ").append(setting.name()).append(':');
        } else {
            text.append(indent).append(setting.name()).append(": ").append(plain(setting, value));
        }
        text.append(" ".repeat(Math.max(1, COMMENT_COLUMN - (text.length() - start))));
        text.append("# ").append(setting.effect());
        String unit = setting.unit().isEmpty() ? "" : "in " + setting.unit() + "; ";
        String range = setting.type() instanceof Flag ? "" : setting.type().range() + "; ";
        text.append(" (")
                .append(unit)
                .append(range)
                .append("default ")
                .append(setting.defaultText())
                .append(")\n");
    }

    /** Dates and words need no quotes; a text may look like something else without them. */
    private static String plain(Setting<?, ?> setting, String json) {
        return setting.type() instanceof CalendarDate || setting.type() instanceof Choice<?>
                ? json.substring(1, json.length() - 1)
                : json;
    }
}
