package dev.headroom.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys and sections that there are, by path. Immutable. */
final class KnownKeys {
    /** The sections at the top, in the order of the documentation. */
    private static final List<String> TOP = List.of(
            "global",
            LedgerSettings.COMPANIES,
            "chart_of_accounts",
            "transactions",
            "master_data",
            "document_flows",
            "anomaly_injection",
            "data_quality",
            "graph_export",
            "output",
            "server");

    static final KnownKeys ALL = new KnownKeys();

    private final List<Setting<?, ?>> inOrder;
    private final Map<String, Setting<?, ?>> settings = new HashMap<>();
    /** The names in each section, in the order of the documentation; the section of the top is empty. */
    private final Map<String, List<String>> names = new HashMap<>();

    private KnownKeys() {
        inOrder = Stream.of(LedgerSettings.OF_LEDGER, LedgerSettings.OF_COMPANY, RunSettings.ALL)
                .<Setting<?, ?>>flatMap(List::stream)
                .sorted(Comparator.comparingInt(KnownKeys::topOf))
                .toList();
        for (Setting<?, ?> setting : inOrder) {
            settings.put(setting.path(), setting);
            String section = "";
            for (String part : setting.path().split("\\.", -1)) {
                List<String> inSection = names.computeIfAbsent(section, path -> new ArrayList<>());
                if (!inSection.contains(part)) {
                    inSection.add(part);
                }
                section = join(section, part);
            }
        }
    }

    private static int topOf(Setting<?, ?> setting) {
        int top = TOP.indexOf(setting.path().substring(0, setting.path().indexOf('.')));
        if (top < 0) {
            throw new IllegalStateException(setting.path() + " is in no known section");
        }
        return top;
    }

    /** All keys, section by section. */
    List<Setting<?, ?>> inOrder() {
        return inOrder;
    }

    /** The names of keys and sections in a section; empty where it is none. */
    List<String> namesIn(String section) {
        return List.copyOf(names.getOrDefault(section, List.of()));
    }

    static String join(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }

    @Nullable
    Setting<?, ?> setting(String path) {
        return settings.get(path);
    }

    boolean isSection(String path) {
        return names.containsKey(path);
    }

    /** What to do about a key that is not there. */
    String advice(String section, String unknown) {
        if (unknown.equals("<<")) {
            return "merge keys are not supported; write the keys out";
        }
        List<String> elsewhere = settings.keySet().stream()
                .filter(path -> path.endsWith("." + unknown))
                .sorted()
                .toList();
        if (elsewhere.size() == 1) {
            return "is not a key here; did you mean " + elsewhere.get(0) + "?";
        }
        List<String> here = names.getOrDefault(section, List.of()).stream()
                .map(name -> name.replace("[]", ""))
                .toList();
        Optional<String> closest = Spelling.closest(unknown, here);
        if (closest.isPresent()) {
            return "is not a key; did you mean " + join(section.replace("[]", ""), closest.get()) + "?";
        }
        return "is not a key; there " + (here.size() == 1 ? "is " : "are ") + String.join(", ", here) + " here";
    }
}
