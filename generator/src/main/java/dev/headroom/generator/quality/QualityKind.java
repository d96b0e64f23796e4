package dev.headroom.generator.quality;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.Locale;

/** What can be wrong with a value or a row. */
enum QualityKind {
    /** The value is absent. */
    MISSING(0),
    /** A date in another format than ISO 8601. */
    DATE_FORMAT(1),
    /** An amount with separators or a decimal comma. */
    AMOUNT_FORMAT(2),
    /** An identifier with other case, a space or a hyphen. */
    IDENTIFIER_FORMAT(3),
    /** A text with other case or spaces. */
    TEXT_FORMAT(4),
    /** Characters lost, doubled, exchanged or hit beside the right key. */
    TYPO(5),
    /** UTF-8 read as Windows-1252. */
    ENCODING(6),
    /** A row twice. */
    EXACT_DUPLICATE(7),
    /** A row twice, with one value altered. */
    NEAR_DUPLICATE(8),
    /** A row twice, with up to three values altered. */
    FUZZY_DUPLICATE(9);

    static final TextDictionary NAMES = TextDictionary.of(Arrays.stream(values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList());

    private final int code;

    QualityKind(int code) {
        this.code = code;
    }

    /** The position of the kind in {@link #NAMES}. */
    int code() {
        return code;
    }
}
