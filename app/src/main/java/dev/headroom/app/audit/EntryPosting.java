package dev.headroom.app.audit;

import java.io.IOException;
import java.util.List;

/** An entry of the journal with the document that names it: they belong together, and the entry posts what the document says. */
final class EntryPosting extends Relation {
    static final int ENTRY = 0;
    static final int LOCAL = 1;
    static final int GOODS_RECEIPT = 2;
    static final int VENDOR_INVOICE = 3;
    static final int PAYMENT = 4;
    static final int DELIVERY = 5;
    static final int CUSTOMER_INVOICE = 6;
    static final int RECEIPT = 7;

    /** Types of documents with a role, in the order of the roles. */
    static final List<String> TYPES =
            List.of("goods_receipt", "vendor_invoice", "payment", "delivery", "customer_invoice", "receipt");

    private static final List<String> TABLES =
            List.of("goods_receipts", "vendor_invoices", "payments", "deliveries", "customer_invoices", "receipts");

    // Numbers of an entry: document, place, the role of its document's type, and amounts in the transaction's currency.
    static final int DOCUMENT = 0;
    static final int PLACE = 1;
    static final int TYPE = 2;
    static final int TRANSACTION_AP = 3;
    static final int TRANSACTION_AR = 4;
    static final int TRANSACTION_TAX = 5;

    // Numbers in the company's currency.
    static final int AP = 0;
    static final int AR = 1;
    static final int GRIR = 2;
    static final int BANK = 3;
    static final int INVENTORY = 4;

    // Numbers of a document.
    private static final int SIGN = 2;
    private static final int FIRST = 3;
    private static final int SECOND = 4;
    private static final int ORDER = 5;

    /** Signs of receipts that are written off. */
    static final int WRITE_OFF = 2;

    private final OrderGrir grir;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private final long[] entry = new long[Fact.VALUES];
    private final long[] local = new long[Fact.VALUES];
    private long row;
    private boolean claimed;

    EntryPosting(OrderGrir grir, Facts.Teller teller, RuleFindings findings) {
        super(1);
        this.grir = grir;
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        claimed = false;
    }

    @Override
    void take(Fact fact) throws IOException {
        if (fact.role() == ENTRY) {
            row = fact.row();
            for (int i = 0; i < entry.length; i++) {
                entry[i] = fact.value(i);
            }
        } else if (fact.role() == LOCAL) {
            for (int i = 0; i < local.length; i++) {
                local[i] = fact.value(i);
            }
        } else if (row > 0) {
            claim(fact);
        }
    }

    private void claim(Fact fact) throws IOException {
        claimed = true;
        findings.checked(Rule.ENTRY_DOCUMENTS, 1);
        String table = TABLES.get(fact.role() - GOODS_RECEIPT);
        if (fact.value(DOCUMENT) != entry[DOCUMENT] || fact.value(PLACE) != entry[PLACE]) {
            boolean other = fact.value(DOCUMENT) != entry[DOCUMENT];
            findings.violation(
                    Rule.ENTRY_DOCUMENTS,
                    table,
                    fact.row(),
                    "its entry, row " + row + " of the journal, is "
                            + (other ? "that of another document" : "of another company or day"));
            return;
        }
        long sign = fact.value(SIGN);
        long first = fact.value(FIRST);
        long second = fact.value(SECOND);
        switch (fact.role()) {
            case GOODS_RECEIPT -> {
                post(Rule.POSTS_GOODS_RECEIPT, fact, "GR/IR", local[GRIR], -sign * first);
                post(Rule.POSTS_GOODS_RECEIPT, fact, "inventory", local[INVENTORY], sign * second);
                teller.tell(grir, fact.value(ORDER), OrderGrir.POSTED, row, local[GRIR]);
            }
            case VENDOR_INVOICE -> {
                post(Rule.POSTS_VENDOR_INVOICE, fact, "AP", entry[TRANSACTION_AP], -sign * first);
                post(Rule.POSTS_VENDOR_INVOICE, fact, "tax", entry[TRANSACTION_TAX], sign * second);
                teller.tell(grir, fact.value(ORDER), OrderGrir.POSTED, row, local[GRIR]);
            }
            case PAYMENT -> {
                post(Rule.POSTS_PAYMENT, fact, "AP", local[AP], first);
                post(Rule.POSTS_PAYMENT, fact, "bank", local[BANK], -second);
            }
            case DELIVERY -> post(Rule.POSTS_DELIVERY, fact, "inventory", local[INVENTORY], -sign * first);
            case CUSTOMER_INVOICE -> {
                post(Rule.POSTS_CUSTOMER_INVOICE, fact, "AR", entry[TRANSACTION_AR], sign * first);
                post(Rule.POSTS_CUSTOMER_INVOICE, fact, "tax", entry[TRANSACTION_TAX], -sign * second);
            }
            default -> {
                boolean writeOff = sign == WRITE_OFF;
                post(Rule.POSTS_RECEIPT, fact, "AR", local[AR], writeOff ? -first : -sign * first);
                post(Rule.POSTS_RECEIPT, fact, "bank", local[BANK], writeOff ? 0 : sign * second);
            }
        }
    }

    private void post(Rule rule, Fact document, String account, long posted, long expected) {
        findings.checked(rule, 1);
        if (posted != expected) {
            findings.violation(
                    rule,
                    TABLES.get(document.role() - GOODS_RECEIPT),
                    document.row(),
                    "its entry, row " + row + " of the journal, posts " + Amounts.text(posted) + " to " + account
                            + ", not " + Amounts.text(expected));
        }
    }

    @Override
    void end() {
        if (row == 0 || claimed || entry[TYPE] < GOODS_RECEIPT) {
            return;
        }
        // What is released later of an invoice's revenue is an entry of its own.
        boolean release = entry[TYPE] == CUSTOMER_INVOICE && local[AR] == 0 && entry[TRANSACTION_TAX] == 0;
        if (!release) {
            findings.violation(
                    Rule.ENTRY_DOCUMENTS, Labels.JOURNAL, row, "the document that it is of does not name it");
        }
    }
}
