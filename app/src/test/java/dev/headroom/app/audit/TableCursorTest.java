package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.headroom.sink.Compression.Method;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCursorTest {
    private static final String LABELS =
            "table_name,record_key,row_occurrence,label_number,field,original_value,modified_value,kind\n";

    @TempDir
    Path directory;

    private final List<String> findings = new ArrayList<>();
    private final LabelFindings told = new LabelFindings() {
        @Override
        public void lostQualityLabel(long labelRow) {
            findings.add("quality label " + labelRow);
        }

        @Override
        public void lostAnomalyLabel(long labelRow) {
            findings.add("anomaly label " + labelRow);
        }

        @Override
        public void differs(String table, long row, String what) {
            findings.add(table + " " + row + ": " + what);
        }
    };

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private RunTables tables(String format) {
        return RunTables.of(
                directory, format, Method.NONE, List.of("sample", "vendors", "quality_labels", "anomaly_labels"));
    }

    private List<List<String>> rows(RunTables tables, String table, String... columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (SpillDirectory spill = new SpillDirectory(directory);
                TableCursor cursor = TableCursor.asWritten(tables, table, Labels.read(tables, spill, told), told)) {
            while (cursor.next()) {
                List<String> row = new ArrayList<>();
                for (String column : columns) {
                    int index = cursor.column(column);
                    row.add(cursor.isNull(index) ? "null" : cursor.text(index));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void fieldsOfCsvAreQuotedEmptyOrAbsent() throws IOException {
        write("sample.csv", "a,b,c\n1,\"x, \"\"y\"\"\n\",\n,\"\",é\n");
        assertThat(rows(tables("csv"), "sample", "a", "b", "c"))
                .containsExactly(List.of("1", "x, \"y\"\n", "null"), List.of("null", "", "é"));
    }

    @Test
    void rowsLongerThanTheBufferAreRead() throws IOException {
        String large = "z".repeat(700_000);
        write("sample.csv", "a,b\n1," + large + "\n2,\"" + large + "\"\n3,x\n");
        assertThat(rows(tables("csv"), "sample", "a", "b"))
                .containsExactly(List.of("1", large), List.of("2", large), List.of("3", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson"})
    void valuesOfJsonAreTakenAsTheyAreWritten(String format) throws IOException {
        String rows =
                "{\"a\":1.50,\"b\":null}" + (format.equals("json") ? ",\n" : "\n") + "{\"a\":\"x\\n\",\"b\":true}";
        write("sample." + format, format.equals("json") ? "[\n" + rows + "\n]\n" : rows + "\n");
        assertThat(rows(tables(format), "sample", "a", "b"))
                .containsExactly(List.of("1.50", "null"), List.of("x\n", "true"));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void compressedFilesHaveSeveralFrames(Method method) throws IOException {
        Path file = directory.resolve("sample.csv" + method.fileExtension());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String part : List.of("a\n1\n", "2\n")) {
                OutputStream frame = switch (method) {
                    case NONE -> out;
                    case GZIP -> new GZIPOutputStream(out);
                    case ZSTD -> new ZstdOutputStreamNoFinalizer(out).setCloseFrameOnFlush(true);
                };
                frame.write(part.getBytes(StandardCharsets.UTF_8));
                frame.flush();
                if (frame instanceof GZIPOutputStream gzip) {
                    gzip.finish();
                }
            }
        }
        assertThat(rows(RunTables.of(directory, "csv", method, List.of("sample")), "sample", "a"))
                .containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void aFileThatEndsWithinARowIsRefused() throws IOException {
        write("sample.csv", "a,b\n1,2\n3");
        assertThatThrownBy(() -> rows(tables("csv"), "sample", "a")).hasMessageContaining("row 2 does not end");
        write("sample.csv", "a,b\n1\n");
        assertThatThrownBy(() -> rows(tables("csv"), "sample", "a")).hasMessageContaining("row 1 has 1 fields, not 2");
    }

    @Test
    void typedValues() throws IOException {
        write("sample.csv", "n,d,t,b\n-12.05,2024-02-29,23:59:01,true\n1.2,2023-02-29,24:00:00,yes\n");
        try (TableCursor cursor = TableCursor.asFile(tables("csv"), "sample")) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.decimal(0, 2)).isEqualTo(-1205);
            assertThat(cursor.date(1)).isEqualTo((int) LocalDate.of(2024, 2, 29).toEpochDay());
            assertThat(cursor.time(2)).isEqualTo(86_341);
            assertThat(cursor.bool(3)).isTrue();
            assertThat(cursor.next()).isTrue();
            assertThatThrownBy(() -> cursor.decimal(0, 2)).hasMessageContaining("'1.2' is not a number with 2 digits");
            assertThatThrownBy(() -> cursor.date(1)).hasMessageContaining("'2023-02-29' is not a date");
            assertThatThrownBy(() -> cursor.time(2)).isInstanceOf(MalformedValueException.class);
            assertThatThrownBy(() -> cursor.bool(3)).isInstanceOf(MalformedValueException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567.89,true",
                "-1234567890123456789.00,false",
                "1.00,trap",
                "1.00,fight",
                "1.00,True",
                "1.00,\"\""
            })
    void whatDoesNotFitOrIsOnlyLikeAValueIsNone(String fields) throws IOException {
        write("sample.csv", "n,b\n" + fields + "\n");
        try (TableCursor cursor = TableCursor.asFile(tables("csv"), "sample")) {
            assertThat(cursor.next()).isTrue();
            assertThatThrownBy(() -> {
                        cursor.decimal(0, 2);
                        cursor.bool(1);
                    })
                    .isInstanceOf(MalformedValueException.class);
        }
    }

    @Test
    void theLargestNumbersAreRead() throws IOException {
        write("sample.csv", "n,i\n-9999999999999999.99,999999999999999999\n");
        try (TableCursor cursor = TableCursor.asFile(tables("csv"), "sample")) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.decimal(0, 2)).isEqualTo(-999_999_999_999_999_999L);
            assertThat(cursor.integer(1)).isEqualTo(999_999_999_999_999_999L);
        }
    }

    @Test
    void aQuoteThatIsNeverClosedFillsNoMemory() throws IOException {
        write("sample.csv", "a,b\n1,\"" + "2,3\n".repeat(5 << 20));
        assertThatThrownBy(() -> rows(tables("csv"), "sample", "a")).hasMessageContaining("row 1 is longer than");
    }

    @Test
    void datesOfFourCenturies() throws IOException {
        StringBuilder rows = new StringBuilder("d\n");
        LocalDate first = LocalDate.of(1899, 12, 31);
        for (int i = 0; i < 500; i++) {
            rows.append(first.plusDays(293L * i)).append('\n');
        }
        write("sample.csv", rows.toString());
        try (TableCursor cursor = TableCursor.asFile(tables("csv"), "sample")) {
            for (int i = 0; cursor.next(); i++) {
                assertThat(cursor.date(0))
                        .isEqualTo((int) first.plusDays(293L * i).toEpochDay());
            }
        }
    }

    private void writeVendors(String... rows) throws IOException {
        write(
                "vendors.csv",
                "vendor_id,name,country,currency,tax_id,bank_account,street,postal_code,city,payment_terms,payment_days,"
                        + "discount_percent,discount_days,created_on,created_by\n"
                        + String.join("\n", rows)
                        + "\n");
    }

    private static String vendor(String id, String name) {
        return id + "," + name + ",DE,EUR,,,,,,,30,0.00,0,,";
    }

    @Test
    void labelsAreUndoneAndDuplicatesAreLeftOut() throws IOException {
        writeVendors(vendor("V1", "ACME"), vendor("V2", ""), vendor("V2", "beta"), vendor("V3", "Gamma"));
        write(
                "quality_labels.csv",
                LABELS + "vendors,V1,1,1,name,Acme,ACME,text_format\n" + "vendors,V2,1,1,name,Beta,,missing\n"
                        + "vendors,V2,2,1,,,,fuzzy_duplicate\n" + "vendors,V2,2,2,name,,beta,typo\n");
        assertThat(rows(tables("csv"), "vendors", "vendor_id", "name"))
                .containsExactly(List.of("V1", "Acme"), List.of("V2", "Beta"), List.of("V3", "Gamma"));
        assertThat(findings).isEmpty();
    }

    @Test
    void labelsThatDoNotFitAreTold() throws IOException {
        writeVendors(vendor("V1", "ACME"), vendor("V3", "Gamma"), vendor("V3", "Delta"), vendor("V4", "x"));
        write(
                "quality_labels.csv",
                LABELS + "vendors,V1,1,1,name,Acme,aCME,text_format\n" + "vendors,V2,1,1,name,Beta,,missing\n"
                        + "vendors,V3,2,1,,,,exact_duplicate\n" + "vendors,V9,1,1,name,a,b,typo\n");
        assertThat(rows(tables("csv"), "vendors", "vendor_id")).hasSize(3);
        assertThat(findings)
                .containsExactly(
                        "vendors 1: row 1 of quality_labels names another value",
                        "quality label 2",
                        "vendors 3: it is labelled as a duplicate and differs from the row before it",
                        "quality label 4");
    }
}
