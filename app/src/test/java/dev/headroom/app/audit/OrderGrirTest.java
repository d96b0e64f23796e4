package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an order is received and invoiced, so that nothing may be left of it in GR/IR. */
class OrderGrirTest {
    private static final long LINE = 11;
    private static final long ORDER = 12;
    private static final long ORDER_ROW = 5;
    private static final long PRICE = 9_75;
    private static final long FIRST_RECEIPT = 21;
    private static final long SECOND_RECEIPT = 22;

    @TempDir
    Path temp;

    private final RuleFindings findings = new RuleFindings();

    /** Documents of a line of two pieces, each of which was received by itself. */
    private interface Documents {
        void told(Facts.Teller teller, PurchaseLines lines) throws IOException;
    }

    private RuleFindings leftInGrir(long balance, Documents documents) throws IOException {
        try (SpillDirectory directory = new SpillDirectory(temp);
                Facts facts = new Facts(directory, 1 << 16)) {
            Facts.Teller teller = facts.teller();
            Matching matching = facts.with(new Matching(findings));
            OrderGrir grir = facts.with(new OrderGrir(false, findings));
            PurchaseLines lines = facts.with(new PurchaseLines(matching, grir, teller, findings));
            teller.tell(lines, LINE, OrderLines.ORDERED, 1, 2, PRICE, ORDER, Conversion.ONE, 1);
            teller.tell(lines, LINE, OrderLines.MOVED, 1, 1, PRICE, FIRST_RECEIPT);
            teller.tell(lines, LINE, OrderLines.MOVED, 2, 1, PRICE, SECOND_RECEIPT);
            documents.told(teller, lines);
            teller.tell(grir, ORDER, OrderGrir.POSTED, 1, balance);
            teller.tell(grir, ORDER, OrderGrir.ORDER, ORDER_ROW);
            facts.join();
        }
        return findings;
    }

    private static void invoice(
            Facts.Teller teller, PurchaseLines lines, int role, long quantity, long price, long receipt)
            throws IOException {
        teller.tell(lines, LINE, role, 1, quantity, price, receipt, 31);
    }

    /** What a credit memo takes from the price stays invoiced. */
    @Test
    void anInvoiceOfWhichThePriceWasCreditedIsNotOpen() throws IOException {
        RuleFindings found = leftInGrir(PRICE, (teller, lines) -> {
            invoice(teller, lines, OrderLines.INVOICED, 1, 11_57, FIRST_RECEIPT);
            invoice(teller, lines, OrderLines.INVOICED, 1, PRICE, SECOND_RECEIPT);
            invoice(teller, lines, OrderLines.CREDITED, 1, 1_82, FIRST_RECEIPT);
        });
        assertThat(found.kept(Rule.GRIR_CLEARS))
                .singleElement()
                .satisfies(violation -> assertThat(violation.row()).isEqualTo(ORDER_ROW));
    }

    /** An invoice of two pieces of which one was received waits for its credit memo, whatever became of the other invoice's price. */
    @Test
    void anInvoiceOfMoreThanWasReceivedIsOpen() throws IOException {
        RuleFindings found = leftInGrir(PRICE, (teller, lines) -> {
            invoice(teller, lines, OrderLines.INVOICED, 1, 11_57, FIRST_RECEIPT);
            invoice(teller, lines, OrderLines.INVOICED, 2, PRICE, SECOND_RECEIPT);
            invoice(teller, lines, OrderLines.CREDITED, 1, 1_82, FIRST_RECEIPT);
        });
        assertThat(found.kept(Rule.GRIR_CLEARS)).isEmpty();
        assertThat(found.checked(Rule.GRIR_CLEARS)).isZero();
    }

    /** The quantity that was invoiced by mistake is no longer, once it was credited. */
    @Test
    void anInvoiceOfWhichTheQuantityWasCreditedIsNotOpen() throws IOException {
        RuleFindings found = leftInGrir(0, (teller, lines) -> {
            invoice(teller, lines, OrderLines.INVOICED, 1, PRICE, FIRST_RECEIPT);
            invoice(teller, lines, OrderLines.INVOICED, 2, PRICE, SECOND_RECEIPT);
            invoice(teller, lines, OrderLines.CREDITED, 1, PRICE, SECOND_RECEIPT);
        });
        assertThat(found.kept(Rule.GRIR_CLEARS)).isEmpty();
        assertThat(found.checked(Rule.GRIR_CLEARS)).isEqualTo(1);
    }
}
