package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Writes configurations down so that equal ones have equal texts. */
final class ConfigurationRendering {
    private ConfigurationRendering() {}

    static String toJson(HeadroomConfiguration configuration) {
        Map<String, String> values = ledgerValues(configuration.ledger());
        values.putAll(valuesOf(RunSettings.ALL, configuration));
        Map<String, Object> root = new TreeMap<>();
        values.forEach((path, json) -> insert(root, path, json));
        StringBuilder text = new StringBuilder();
        append(text, root);
        return text.toString();
    }

    static String hash(LedgerConfiguration ledger) {
        StringBuilder text = new StringBuilder();
        ledgerValues(ledger)
                .forEach((path, json) ->
                        text.append(path).append('=').append(json).append('\n'));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Map<String, String> checksums(LedgerConfiguration ledger) {
        Map<String, String> checksums = new TreeMap<>();
        ledgerValues(ledger).forEach((path, json) -> {
            CRC32C checksum = new CRC32C();
            checksum.update(json.getBytes(StandardCharsets.UTF_8));
            checksums.put(path, HexFormat.of().toHexDigits((int) checksum.getValue()));
        });
        return checksums;
    }

    /** Keys with their values as JSON; the companies, in their order, are one value. */
    private static Map<String, String> ledgerValues(LedgerConfiguration ledger) {
        Map<String, String> values = valuesOf(LedgerSettings.OF_LEDGER, ledger);
        List<String> companies = new ArrayList<>();
        for (Company company : ledger.companies()) {
            Map<String, Object> fields = new TreeMap<>();
            valuesOf(LedgerSettings.OF_COMPANY, company)
                    .forEach((path, json) -> fields.put(path.substring(path.lastIndexOf('.') + 1), json));
            StringBuilder text = new StringBuilder();
            append(text, fields);
            companies.add(text.toString());
        }
        values.put("companies", "[" + String.join(", ", companies) + "]");
        return values;
    }

    private static <C> Map<String, String> valuesOf(List<Setting<C, ?>> settings, C configuration) {
        Map<String, String> values = new TreeMap<>();
        for (Setting<C, ?> setting : settings) {
            String json = setting.render(configuration);
            if (json != null) {
                values.put(setting.path(), json);
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked") // a section holds what this method put there
    private static void insert(Map<String, Object> section, String path, String json) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            section.put(path, json);
        } else {
            Object inner = section.computeIfAbsent(path.substring(0, dot), name -> new TreeMap<String, Object>());
            insert((Map<String, Object>) inner, path.substring(dot + 1), json);
        }
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Map<?, ?> section) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : section.entrySet()) {
                text.append(separator).append('"').append(entry.getKey()).append("\": ");
                append(text, entry.getValue());
                separator = ", ";
            }
            text.append('}');
        } else {
            text.append(value);
        }
    }
}
