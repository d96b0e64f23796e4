package dev.headroom.generator.quality;

import dev.headroom.table.TextDictionary;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a value or a row. */
enum QualityKind {
    /** The value is absent. */
    MISSING,
    /** A date in another format than ISO 8601. */
    DATE_FORMAT,
    /** An amount with separators or a decimal comma. */
    AMOUNT_FORMAT,
    /** An identifier with other case, a space or a hyphen. */
    IDENTIFIER_FORMAT,
    /** A text with other case or spaces. */
    TEXT_FORMAT,
    /** Characters lost, doubled, exchanged or hit beside the right key. */
    TYPO,
    /** UTF-8 read as Windows-1252. */
    ENCODING,
    /** A row twice. */
    EXACT_DUPLICATE,
    /** A row twice, with one value altered. */
    NEAR_DUPLICATE,
    /** A row twice, with up to three values altered. */
    FUZZY_DUPLICATE;

    private static final List<QualityKind> ALL = List.of(values());
    static final TextDictionary NAMES = TextDictionary.of(
            ALL.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());

    int code() {
        return ALL.indexOf(this);
    }
}
