package dev.headroom.generator.graph;

import dev.headroom.table.TextDictionary;
import java.util.List;
import java.util.Locale;

/** Types of edges, each with the letter that the ids of its edges begin with. */
enum EdgeType {
    TRANSACTION('T'),
    COST_ALLOCATION('C'),
    APPROVAL('A'),
    REPORTS_TO('M'),
    DOCUMENT_REFERENCE('R'),
    PURCHASE('P'),
    SALE('S');

    private static final List<EdgeType> ALL = List.of(values());
    /** By code. */
    static final TextDictionary NAMES = TextDictionary.of(
            ALL.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList());

    private final char letter;

    EdgeType(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    int code() {
        return ALL.indexOf(this);
    }
}
