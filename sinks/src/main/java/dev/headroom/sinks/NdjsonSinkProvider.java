package dev.headroom.sinks;

/**
 * Newline-delimited JSON, one file {@code <table>.ndjson} in UTF-8 for each table: an object per line, with all columns in their order.
 *
 * <p>Integers and decimals are JSON numbers, a decimal with all digits of its column's scale; an integer can have more digits than a
 * reader that takes every number for a double keeps. Truth values are {@code true} and {@code false}; a null is {@code null}. Texts are
 * strings, and so are dates ({@code yyyy-mm-dd}), times ({@code hh:mm:ss}), timestamps ({@code yyyy-mm-ddThh:mm:ss}), and values of any
 * type that an override replaces by text. Only double quotes, backslashes and control characters are escaped.
 */
public final class NdjsonSinkProvider extends FileSinkProvider {
    /** For {@link java.util.ServiceLoader} and direct use. */
    public NdjsonSinkProvider() {
        super("ndjson", "newline-delimited JSON, one file per table", JsonSyntax.lines());
    }
}
