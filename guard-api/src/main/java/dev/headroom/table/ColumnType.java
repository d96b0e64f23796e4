package dev.headroom.table;

/** The type of a column's values, with the unit in which a vector stores them. */
public enum ColumnType {
    /** A signed 64-bit integer; stored in a {@link LongVector}. */
    INTEGER,
    /** A decimal of the column's fixed {@link Column#scale() scale}; stored unscaled in a {@link LongVector}. */
    DECIMAL,
    /** A date; stored as days since 1970-01-01 in an {@link IntVector}. */
    DATE,
    /** A time of day; stored as seconds since midnight, 0 to 86,399, in an {@link IntVector}. */
    TIME,
    /** A date and time without a zone; stored as seconds since 1970-01-01T00:00:00 in a {@link LongVector}. */
    TIMESTAMP,
    /** A truth value; stored in a {@link BooleanVector}. */
    BOOLEAN,
    /** Text; stored in a {@link TextVector} as codes of a {@link TextDictionary} of UTF-8 bytes. */
    TEXT
}
