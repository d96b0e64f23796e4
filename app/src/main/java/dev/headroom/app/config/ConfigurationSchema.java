package dev.headroom.app.config;

import java.util.List;

/** The JSON Schema of the configuration, by which editors complete and check it. */
public final class ConfigurationSchema {
    /** The name of the file that {@code headroom init} writes beside a configuration. */
    public static final String FILE_NAME = "headroom.schema.json";

    private ConfigurationSchema() {}

    /** The schema, of draft 2020-12, with a line end at its end. */
    public static String json() {
        StringBuilder text = new StringBuilder("{\n");
        text.append("  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
        text.append("  \"title\": \"Headroom configuration\",\n");
        appendSection(text, "", "  ");
        return text.append("\n}\n").toString();
    }

    private static void appendSection(StringBuilder text, String section, String indent) {
        text.append(indent).append("\"type\": \"object\",\n");
        text.append(indent).append("\"additionalProperties\": false,\n");
        text.append(indent).append("\"properties\": {\n");
        String separator = "";
        List<String> names = KnownKeys.ALL.namesIn(section);
        for (String name : names) {
            text.append(separator)
                    .append(indent)
                    .append("  \"")
                    .append(name.replace("[]", ""))
                    .append("\": ");
            appendMember(text, KnownKeys.join(section, name), indent + "  ");
            separator = ",\n";
        }
        text.append('\n').append(indent).append('}');
    }

    private static void appendMember(StringBuilder text, String path, String indent) {
        Setting<?, ?> setting = KnownKeys.ALL.setting(path);
        String inner = indent + "  ";
        text.append("{\n");
        if (setting != null) {
            appendSetting(text, setting, inner);
        } else if (path.endsWith("[]")) {
            text.append(inner).append("\"type\": \"array\",\n").append(inner).append("\"minItems\": 1,\n");
            text.append(inner).append("\"items\": {\n");
            appendSection(text, path, inner + "  ");
            text.append(",\n").append(inner).append("  \"required\": [\"code\", \"currency\", \"country\"]\n");
            text.append(inner).append('}');
        } else {
            appendSection(text, path, inner);
        }
        text.append('\n').append(indent).append('}');
    }

    private static <T> void appendSetting(StringBuilder text, Setting<?, T> setting, String indent) {
        String unit = setting.unit().isEmpty() ? "" : " In " + setting.unit() + ".";
        text.append(indent)
                .append("\"description\": ")
                .append(Text.quoted(setting.effect() + unit))
                .append(",\n");
        T defaultValue = setting.defaultValue();
        if (defaultValue != null) {
            text.append(indent)
                    .append("\"default\": ")
                    .append(setting.type().toJson(defaultValue))
                    .append(",\n");
        }
        text.append(indent).append(setting.type().schema());
    }
}
