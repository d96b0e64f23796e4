package dev.headroom.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys and sections that there are, by path. Immutable. */
final class KnownKeys {
    static final KnownKeys ALL = new KnownKeys();

    private final Map<String, Setting<?, ?>> settings = new HashMap<>();
    /** The names in each section, in the order of the documentation; the section of the top is empty. */
    private final Map<String, List<String>> names = new HashMap<>();

    private KnownKeys() {
        Stream.of(LedgerSettings.OF_LEDGER, LedgerSettings.OF_COMPANY, RunSettings.ALL)
                .flatMap(List::stream)
                .forEach(setting -> {
                    settings.put(setting.path(), setting);
                    String section = "";
                    for (String part : setting.path().split("\\.", -1)) {
                        List<String> inSection = names.computeIfAbsent(section, path -> new ArrayList<>());
                        if (!inSection.contains(part)) {
                            inSection.add(part);
                        }
                        section = join(section, part);
                    }
                });
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
