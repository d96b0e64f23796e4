package dev.headroom.sinks;

/**
 * Comma-separated values after RFC 4180, one file {@code <table>.csv} in UTF-8 for each table.
 *
 * <p>The first line names the columns. A line ends with a line feed alone: that is what readers on all systems take, what tools
 * that work on lines expect, and what bulk loaders have as their default; RFC 4180's carriage return would end up in the last column of
 * some. A field is in double quotes if it is an empty text, or contains a comma, a double quote (doubled), a carriage return or a line
 * feed, or starts or ends with a space; other fields are not. A null is an empty field without quotes; in a table of a single column
 * that is an empty line.
 *
 * <p>Decimals have all digits of their column's scale and no exponent, dates are {@code yyyy-mm-dd}, times {@code hh:mm:ss}, timestamps
 * {@code yyyy-mm-ddThh:mm:ss}, truth values {@code true} and {@code false}.
 */
public final class CsvSinkProvider extends FileSinkProvider {
    /** For {@link java.util.ServiceLoader} and direct use. */
    public CsvSinkProvider() {
        super("csv", "comma-separated values (RFC 4180), one file per table", new CsvSyntax());
    }
}
