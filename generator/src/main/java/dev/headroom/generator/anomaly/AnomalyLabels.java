package dev.headroom.generator.anomaly;

import dev.headroom.generator.Fidelity;
import dev.headroom.generator.anomaly.AnomalyKind.Severity;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalEntries;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.CellText;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code anomaly_labels}. An entry that an anomaly has altered has a row for each value that is other than in the clean
 * entry; {@code row_ordinal} is the line's number, absent for a value of the header. An entry that is anomalous as a whole, such as a
 * duplicate, has one row without a field. Ids derive from the kind and the entry. A writer belongs to one worker.
 */
public final class AnomalyLabels {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "anomaly_labels",
            "What an injected anomaly has done to a record: one value of it, or the record as a whole.",
            List.of(
                    Column.text("incident_id").asKey().describedAs("Anomaly; several records can take part in it."),
                    Column.integer("label_number")
                            .asKey()
                            .describedAs("Number of the row in its incident and record, from 1."),
                    Column.text("record_key")
                            .asKey()
                            .describedAs("Primary key of the record, or of the entry that has the line."),
                    Column.text("table_name").describedAs("Table of the record."),
                    Column.text("role")
                            .describedAs(
                                    "subject, member of a cluster, duplicate, original of a duplicate, or related: a document or master record that shows the truth or takes part."),
                    Column.text("category").describedAs("fraud, error, process, statistical or relational."),
                    Column.text("type")
                            .describedAs("What is wrong, such as round_dollar; docs/anomalies.md has all types."),
                    Column.integer("row_ordinal")
                            .asNullable()
                            .describedAs("Line number; null for a value of the whole record."),
                    Column.text("field")
                            .asNullable()
                            .describedAs("Altered column; null if the record is anomalous as a whole."),
                    Column.text("original_value")
                            .asNullable()
                            .describedAs("Value of the clean record; null if it had none."),
                    Column.text("modified_value")
                            .asNullable()
                            .describedAs(
                                    "Value of the anomalous record, before data-quality issues are injected; null if it has none."),
                    Column.decimal("signed_delta", 2)
                            .asNullable()
                            .describedAs(
                                    "Altered amount less the clean one, debits above zero; null for other fields."),
                    Column.decimal("monetary_impact", 2)
                            .describedAs(
                                    "Amount at stake in the company's currency: that of the change, or the entry's total."),
                    Column.text("severity").describedAs("low, medium, high or critical."),
                    Column.text("user_id").describedAs("User who entered the entry."),
                    Column.text("audit_test").describedAs("Test that finds the anomaly."),
                    Column.text("level")
                            .describedAs("Degradation level at which it was generated: NORMAL or REDUCED.")));

    /** Impact, in hundredths, from which an anomaly is a degree more severe. */
    private static final long LARGE_IMPACT = 100_000_00;

    private static final TextDictionary ROLES =
            TextDictionary.of("subject", "member", "duplicate", "original", "related");
    private static final List<String> OTHER_TABLES = List.of("journal_entries", "vendors", "employees");
    /** Those tables, then that of each type of document. */
    private static final TextDictionary TABLES = TextDictionary.of(Stream.concat(
                    OTHER_TABLES.stream(),
                    IntStream.range(0, DocumentType.NAMES.size())
                            .mapToObj(code -> plural(DocumentType.NAMES.text(code))))
            .toList());

    private static final TextDictionary SIDES = TextDictionary.of("D", "C");
    private static final TextDictionary LEVELS = TextDictionary.of("NORMAL", "REDUCED");

    static final int SUBJECT = 0;
    static final int MEMBER = 1;
    static final int DUPLICATE = 2;
    static final int ORIGINAL = 3;
    private static final int RELATED = 4;

    private static final TextDictionary FIELDS = TextDictionary.of(
            JournalEntries.SCHEMA.columns().stream().map(Column::name).toList());
    private static final int PERIOD = JournalEntries.SCHEMA.indexOf("period");
    private static final int ENTERED_BY = JournalEntries.SCHEMA.indexOf("entered_by");
    private static final int LAST_MODIFIED_BY = JournalEntries.SCHEMA.indexOf("last_modified_by");
    private static final int VENDOR = JournalEntries.SCHEMA.indexOf("vendor_id");
    private static final int DOCUMENT_DATE = JournalEntries.SCHEMA.indexOf("document_date");
    private static final int EFFECTIVE_DATE = JournalEntries.SCHEMA.indexOf("effective_date");
    private static final int ENTERED_DATE = JournalEntries.SCHEMA.indexOf("entered_date");
    private static final int ENTERED_TIME = JournalEntries.SCHEMA.indexOf("entered_time");
    private static final int APPROVED_BY = JournalEntries.SCHEMA.indexOf("approved_by");
    private static final int APPROVED_DATE = JournalEntries.SCHEMA.indexOf("approved_date");
    private static final int LAST_MODIFIED_DATE = JournalEntries.SCHEMA.indexOf("last_modified_date");
    private static final int DESCRIPTION = JournalEntries.SCHEMA.indexOf("je_header_description");
    private static final int ACCOUNT = JournalEntries.SCHEMA.indexOf("gl_account_number");
    private static final int SIDE = JournalEntries.SCHEMA.indexOf("amount_credit_debit_indicator");
    private static final int AMOUNT = JournalEntries.SCHEMA.indexOf("amount");
    private static final int LOCAL_AMOUNT = JournalEntries.SCHEMA.indexOf("local_amount");
    private static final int REPORTING_AMOUNT = JournalEntries.SCHEMA.indexOf("reporting_amount");
    private static final int COST_CENTER = JournalEntries.SCHEMA.indexOf("cost_center_id");
    private static final int NO_FIELD = -1;
    private static final int HEADER = -1;

    private final TableOutput output;
    private final JournalIds journalIds;
    private final TextDictionary users;
    private final TextDictionary accounts;
    private final Ids costCenterIds;
    private final Ids vendorIds;
    private final Ids employeeIds;
    private final TextVector incident;
    private final LongVector number;
    private final TextVector recordKey;
    private final TextVector table;
    private final TextVector role;
    private final TextVector category;
    private final TextVector type;
    private final LongVector rowOrdinal;
    private final TextVector field;
    private final TextVector original;
    private final TextVector modified;
    private final LongVector delta;
    private final LongVector impact;
    private final TextVector severity;
    private final TextVector user;
    private final TextVector auditTest;
    private final TextVector level;

    private final byte[][] incidentPrefixes;
    private @Nullable Subject last;
    private int levelCode;
    private int row;
    private int labels;

    AnomalyLabels(TableOutput output, Masters masters) {
        this.output = output;
        this.journalIds = new JournalIds(masters.companies().codes());
        this.users = masters.employees().users();
        this.accounts = masters.accounts().numbers();
        this.costCenterIds = masters.costCenters().ids();
        this.vendorIds = masters.vendors().ids();
        this.employeeIds = masters.employees().ids();
        RecordBatch batch = output.batch();
        incident = batch.texts("incident_id");
        number = batch.longs("label_number");
        recordKey = batch.texts("record_key");
        table = texts(batch, "table_name", TABLES);
        role = texts(batch, "role", ROLES);
        category = texts(batch, "category", AnomalyKind.Category.NAMES);
        type = texts(batch, "type", AnomalyKind.NAMES);
        rowOrdinal = batch.longs("row_ordinal");
        field = texts(batch, "field", FIELDS);
        original = batch.texts("original_value");
        modified = batch.texts("modified_value");
        delta = batch.longs("signed_delta");
        impact = batch.longs("monetary_impact");
        severity = texts(batch, "severity", Severity.NAMES);
        user = texts(batch, "user_id", users);
        auditTest = texts(batch, "audit_test", AnomalyKind.AUDIT_TESTS);
        level = texts(batch, "level", LEVELS);
        incidentPrefixes = new byte[AnomalyKind.ALL.size()][];
        for (AnomalyKind kind : AnomalyKind.ALL) {
            incidentPrefixes[kind.code()] = (kind.name() + "-").getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static TextVector texts(RecordBatch batch, String column, TextDictionary dictionary) {
        TextVector vector = batch.texts(column);
        vector.useDictionary(dictionary);
        return vector;
    }

    void begin(Fidelity fidelity) {
        levelCode = fidelity == Fidelity.NORMAL ? 0 : 1;
    }

    /** Names the anomaly of a kind that has changed an entry from its clean form, value by value. */
    void altered(AnomalyKind kind, EntryDraft clean, EntryDraft altered) {
        labels = 0;
        Subject subject = new Subject(kind, altered, impact(clean, altered));
        last = subject;
        if (clean.period != altered.period) {
            addRow(subject, PERIOD, HEADER);
            CellText.appendDecimal(original.local(), clean.period, 0);
            CellText.appendDecimal(modified.local(), altered.period, 0);
            setValues();
        }
        date(subject, DOCUMENT_DATE, clean.documentDate, altered.documentDate);
        date(subject, EFFECTIVE_DATE, clean.effectiveDate, altered.effectiveDate);
        date(subject, ENTERED_DATE, clean.enteredDate, altered.enteredDate);
        if (clean.enteredTime != altered.enteredTime) {
            addRow(subject, ENTERED_TIME, HEADER);
            CellText.appendTime(original.local(), clean.enteredTime);
            CellText.appendTime(modified.local(), altered.enteredTime);
            setValues();
        }
        code(subject, ENTERED_BY, HEADER, users, clean.enteredBy, altered.enteredBy);
        code(subject, LAST_MODIFIED_BY, HEADER, users, clean.lastModifiedBy, altered.lastModifiedBy);
        code(subject, APPROVED_BY, HEADER, users, clean.approvedBy, altered.approvedBy);
        date(subject, APPROVED_DATE, clean.approvedDate, altered.approvedDate);
        date(subject, LAST_MODIFIED_DATE, clean.lastModifiedDate, altered.lastModifiedDate);
        code(subject, DESCRIPTION, HEADER, JournalTexts.HEADERS, clean.headerText, altered.headerText);
        for (int line = 0; line < altered.lineCount; line++) {
            code(subject, ACCOUNT, line, accounts, clean.account[line], altered.account[line]);
            code(subject, SIDE, line, SIDES, side(clean.amount[line]), side(altered.amount[line]));
            amount(subject, AMOUNT, line, clean.amount[line], altered.amount[line]);
            amount(subject, LOCAL_AMOUNT, line, clean.localAmount[line], altered.localAmount[line]);
            amount(subject, REPORTING_AMOUNT, line, clean.groupAmount[line], altered.groupAmount[line]);
            id(subject, COST_CENTER, line, costCenterIds, clean.costCenter[line], altered.costCenter[line]);
            id(subject, VENDOR, line, vendorIds, clean.vendor[line], altered.vendor[line]);
        }
    }

    /**
     * Names an entry that is anomalous as a whole.
     *
     * @param first the entry that the incident is called after
     */
    void whole(AnomalyKind kind, int roleCode, EntryDraft first, EntryDraft record) {
        labels = 0;
        Subject subject = new Subject(kind, record, record.localDebitTotal());
        last = subject;
        addRow(subject, NO_FIELD, HEADER);
        role.setCode(row, roleCode);
        incident.local().append(incidentPrefixes[kind.code()]);
        incident.setCode(row, journalIds.add(incident.local(), first));
    }

    /** Names the document that the entry that was named last is about. */
    void relatedDocument(int documentType, long document) {
        addRelated(OTHER_TABLES.size() + documentType);
        recordKey.setCode(row, DocumentType.addId(documentType, recordKey.local(), document));
    }

    /** Names the vendor who takes part in what was named last. */
    void relatedVendor(int vendor) {
        addRelated(OTHER_TABLES.indexOf("vendors"));
        recordKey.set(row, vendorIds.text(vendor));
    }

    /** Names the employee who takes part in what was named last. */
    void relatedEmployee(int employee) {
        addRelated(OTHER_TABLES.indexOf("employees"));
        recordKey.set(row, employeeIds.text(employee));
    }

    private void addRelated(int tableCode) {
        Subject named = Objects.requireNonNull(last);
        addRow(named, NO_FIELD, HEADER);
        role.setCode(row, RELATED);
        table.setCode(row, tableCode);
        incident.local().append(incidentPrefixes[named.kind().code()]);
        incident.setCode(row, journalIds.add(incident.local(), named.entry()));
    }

    private static String plural(String name) {
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    /** An entry with what is wrong with it and how much, in hundredths of the company's currency, is at stake. */
    private record Subject(AnomalyKind kind, EntryDraft entry, long impact) {}

    private static long impact(EntryDraft clean, EntryDraft altered) {
        long change = 0;
        for (int line = 0; line < altered.lineCount; line++) {
            change = Math.max(change, Math.abs(altered.localAmount[line] - clean.localAmount[line]));
        }
        return change > 0 ? change : altered.localDebitTotal();
    }

    private static int side(long amount) {
        return amount < 0 ? 1 : 0;
    }

    private void addRow(Subject named, int fieldCode, int line) {
        row = output.addRow();
        labels++;
        AnomalyKind kind = named.kind();
        EntryDraft entry = named.entry();
        if (fieldCode == NO_FIELD) {
            field.setNull(row);
            original.setNull(row);
            modified.setNull(row);
        } else {
            field.setCode(row, fieldCode);
            incident.local().append(incidentPrefixes[kind.code()]);
            incident.setCode(row, journalIds.add(incident.local(), entry));
            role.setCode(row, SUBJECT);
        }
        if (line == HEADER) {
            rowOrdinal.setNull(row);
        } else {
            rowOrdinal.set(row, line + 1L);
        }
        number.set(row, labels);
        recordKey.setCode(row, journalIds.add(recordKey.local(), entry));
        table.setCode(row, 0);
        category.setCode(row, kind.category().code());
        type.setCode(row, kind.code());
        delta.setNull(row);
        impact.set(row, named.impact());
        severity.setCode(row, kind.severity().code() + (named.impact() >= LARGE_IMPACT ? 1 : 0));
        user.setCode(row, entry.enteredBy);
        auditTest.setCode(row, kind.code());
        level.setCode(row, levelCode);
    }

    private void setValues() {
        original.setCode(row, original.local().endText());
        modified.setCode(row, modified.local().endText());
    }

    private void date(Subject subject, int fieldCode, int clean, int altered) {
        if (clean != altered) {
            addRow(subject, fieldCode, HEADER);
            setDate(original, clean);
            setDate(modified, altered);
        }
    }

    private void setDate(TextVector vector, int day) {
        if (day == EntryDraft.NONE) {
            vector.setNull(row);
        } else {
            CellText.appendDate(vector.local(), day);
            vector.setCode(row, vector.local().endText());
        }
    }

    private void code(Subject subject, int fieldCode, int line, TextDictionary texts, int clean, int altered) {
        if (clean != altered) {
            addRow(subject, fieldCode, line);
            setText(original, texts, clean);
            setText(modified, texts, altered);
        }
    }

    private void setText(TextVector vector, TextDictionary texts, int code) {
        if (code == EntryDraft.NONE) {
            vector.setNull(row);
        } else {
            vector.local().append(texts, code);
            vector.setCode(row, vector.local().endText());
        }
    }

    private void id(Subject subject, int fieldCode, int line, Ids ids, int clean, int altered) {
        if (clean != altered) {
            addRow(subject, fieldCode, line);
            setId(original, ids, clean);
            setId(modified, ids, altered);
        }
    }

    private void setId(TextVector vector, Ids ids, int index) {
        if (index == EntryDraft.NONE) {
            vector.setNull(row);
        } else {
            vector.set(row, ids.text(index));
        }
    }

    private void amount(Subject subject, int fieldCode, int line, long clean, long altered) {
        if (Math.abs(clean) != Math.abs(altered)) {
            addRow(subject, fieldCode, line);
            CellText.appendDecimal(original.local(), Math.abs(clean), 2);
            CellText.appendDecimal(modified.local(), Math.abs(altered), 2);
            setValues();
            delta.clearNull(row);
            delta.set(row, altered - clean);
        }
    }
}
