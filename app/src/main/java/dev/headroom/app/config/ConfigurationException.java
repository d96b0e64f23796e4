package dev.headroom.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used; tells everything that is wrong with it at once. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    ConfigurationException(String where, String message) {
        this(List.of(new Problem(where, "", message)));
    }

    /** At least one problem, in the order in which they are written in the file. */
    public List<Problem> problems() {
        return problems;
    }
}
