package dev.headroom.app.cli;

import dev.headroom.app.config.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Takes one of a few words from the command line. */
final class Choices {
    private Choices() {}

    /** The constant whose name in lower case was given. */
    static <E extends Enum<E>> E choose(String option, String written, Class<E> type) throws CommandFailedException {
        List<String> names = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(written);
        if (index < 0) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT,
                    option + ": '" + written + "' is not known; "
                            + Spelling.closest(written, names)
                                    .map(name -> "did you mean " + name + "? It is one of ")
                                    .orElse("give one of ")
                            + String.join(", ", names));
        }
        return type.getEnumConstants()[index];
    }
}
