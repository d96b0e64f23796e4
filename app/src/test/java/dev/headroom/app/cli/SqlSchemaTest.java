package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSchemaTest {
    private static final TableSchema ENTRIES = new TableSchema(
            "entries",
            "An entry's lines.",
            List.of(
                    Column.text("voucher_id").asKey(),
                    Column.integer("line").asKey(),
                    Column.text("account").references("accounts.account"),
                    Column.text("entered_by").references("people.user_id").asNullable(),
                    Column.decimal("amount", 2),
                    Column.date("day"),
                    Column.bool("reversed"),
                    Column.text("reversal_id").references("entries.voucher_id").asNullable()));
    private static final TableSchema ACCOUNTS = new TableSchema(
            "accounts",
            "An account.",
            List.of(
                    Column.text("account").asKey(),
                    Column.text("parent").references("accounts.account").asNullable()));
    private static final TableSchema PEOPLE = new TableSchema(
            "people",
            "A person.",
            List.of(
                    Column.text("person_id").asKey(),
                    Column.text("user_id").asNullable(),
                    Column.text("place_id").references("places.place_id")));
    private static final TableSchema PLACES = new TableSchema(
            "places",
            "A place.",
            List.of(
                    Column.text("place_id").asKey(),
                    Column.text("head").references("people.person_id").asNullable()));

    @Test
    void tablesComeAfterThoseTheyReferToAndLaterRowsAreComments() {
        assertThat(new SqlSchema(List.of(ENTRIES, ACCOUNTS, PEOPLE, PLACES)).statements())
                .containsExactly("""
                        -- To be filled by: SELECT DISTINCT "voucher_id" FROM "entries"
                        CREATE TABLE "vouchers" (
                          "voucher_id" VARCHAR NOT NULL,
                          PRIMARY KEY ("voucher_id")
                        );
                        """, """
                        -- An account.
                        CREATE TABLE "accounts" (
                          "account" VARCHAR NOT NULL,
                          "parent" VARCHAR,
                          PRIMARY KEY ("account")
                          -- , FOREIGN KEY ("parent") REFERENCES "accounts" ("account")
                        );
                        """, """
                        -- A place.
                        CREATE TABLE "places" (
                          "place_id" VARCHAR NOT NULL,
                          "head" VARCHAR,
                          PRIMARY KEY ("place_id")
                          -- , FOREIGN KEY ("head") REFERENCES "people" ("person_id")
                        );
                        """, """
                        -- A person.
                        CREATE TABLE "people" (
                          "person_id" VARCHAR NOT NULL,
                          "user_id" VARCHAR UNIQUE,
                          "place_id" VARCHAR NOT NULL,
                          PRIMARY KEY ("person_id"),
                          FOREIGN KEY ("place_id") REFERENCES "places" ("place_id")
                        );
                        """, """
                        -- An entry's lines.
                        CREATE TABLE "entries" (
                          "voucher_id" VARCHAR NOT NULL,
                          "line" BIGINT NOT NULL,
                          "account" VARCHAR NOT NULL,
                          "entered_by" VARCHAR,
                          "amount" DECIMAL(18, 2) NOT NULL,
                          "day" DATE NOT NULL,
                          "reversed" BOOLEAN NOT NULL,
                          "reversal_id" VARCHAR,
                          PRIMARY KEY ("voucher_id", "line"),
                          FOREIGN KEY ("voucher_id") REFERENCES "vouchers" ("voucher_id"),
                          FOREIGN KEY ("account") REFERENCES "accounts" ("account"),
                          FOREIGN KEY ("entered_by") REFERENCES "people" ("user_id"),
                          FOREIGN KEY ("reversal_id") REFERENCES "vouchers" ("voucher_id")
                        );
                        """);
    }

    @Test
    void everyTableOfALedgerIsThereOnce() {
        String all = String.join("", new SqlSchema(Ledger.catalogue()).statements());
        assertThat(Ledger.catalogue())
                .allSatisfy(table -> assertThat(all).containsOnlyOnce("CREATE TABLE \"" + table.name() + "\" ("));
        assertThat(all).containsOnlyOnce("CREATE TABLE \"journals\" (");
    }
}
