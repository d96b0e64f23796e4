package dev.headroom.generator.closing;

import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code inventory_balances}. A writer belongs to one worker. */
public final class InventoryBalances {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "inventory_balances",
            "What came to and went from the stock of a material in a period, and what is left",
            List.of(
                    Column.text("company_code")
                            .asKey()
                            .references("companies.company_code")
                            .describedAs("Company that keeps the material."),
                    Column.text("material_id")
                            .asKey()
                            .references("materials.material_id")
                            .describedAs("Material."),
                    Column.integer("fiscal_year").asKey().describedAs("Fiscal year."),
                    Column.integer("period")
                            .asKey()
                            .describedAs("Period: 0 for what was before the ledger, then 1 to 12."),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Account that the stock is on."),
                    Column.integer("beginning_quantity").describedAs("Units in stock before the period."),
                    Column.integer("received_quantity").describedAs("Units that came in the period; not below zero."),
                    Column.integer("issued_quantity").describedAs("Units that went in the period; not below zero."),
                    Column.integer("ending_quantity").describedAs("Units in stock after the period; not below zero."),
                    Column.decimal("unit_cost", 2).describedAs("Standard cost of a unit, in the company's currency."),
                    Column.decimal("ending_value", 2)
                            .describedAs("Ending quantity at standard cost, in the company's currency.")));

    private final TableOutput output;
    private final TotalsLayout layout;
    private final Stock stock;
    private final Ids ids;

    private final TextVector company;
    private final TextVector material;
    private final LongVector fiscalYear;
    private final LongVector period;
    private final TextVector account;
    private final LongVector beginning;
    private final LongVector received;
    private final LongVector issued;
    private final LongVector ending;
    private final LongVector unitCost;
    private final LongVector endingValue;

    InventoryBalances(TableOutput output, TotalsLayout layout, Masters master, Stock stock) {
        this.output = output;
        this.layout = layout;
        this.stock = stock;
        this.ids = master.materials().ids();
        RecordBatch batch = output.batch();
        company = batch.texts("company_code");
        material = batch.texts("material_id");
        fiscalYear = batch.longs("fiscal_year");
        period = batch.longs("period");
        account = batch.texts("gl_account_number");
        beginning = batch.longs("beginning_quantity");
        received = batch.longs("received_quantity");
        issued = batch.longs("issued_quantity");
        ending = batch.longs("ending_quantity");
        unitCost = batch.longs("unit_cost");
        endingValue = batch.longs("ending_value");
        company.useDictionary(master.companies().codes());
        account.useDictionary(master.accounts().numbers());
        ids.bind(material);
    }

    /** Writes the stock of all materials, each from the first period in which it has any or moves to the last. */
    void write(LedgerBalances balances) {
        for (int each = 0; each < stock.materials(); each++) {
            write(balances, each);
        }
    }

    private void write(LedgerBalances balances, int ofMaterial) {
        long quantity = stock.opening(ofMaterial, balances);
        long cost = stock.unitCost(ofMaterial);
        boolean used = quantity > 0;
        if (used) {
            setQuantities(addRow(ofMaterial, TotalsLayout.OPENING), 0, 0, 0, quantity, cost);
        }
        for (int slot = TotalsLayout.OPENING + 1; slot < layout.slots(); slot++) {
            long came = balances.received(ofMaterial, slot);
            long went = balances.issued(ofMaterial, slot);
            used |= came != 0 || went != 0;
            if (used && layout.isMonth(slot)) {
                setQuantities(addRow(ofMaterial, slot), quantity, came, went, quantity + came - went, cost);
            }
            quantity += came - went;
        }
    }

    private int addRow(int ofMaterial, int slot) {
        int row = output.addRow();
        company.setCode(row, stock.company(ofMaterial));
        ids.set(material, row, ofMaterial);
        fiscalYear.set(row, layout.yearOf(slot));
        period.set(row, layout.periodOf(slot));
        account.setCode(row, stock.account(ofMaterial));
        return row;
    }

    private void setQuantities(int row, long before, long came, long went, long after, long cost) {
        beginning.set(row, before);
        received.set(row, came);
        issued.set(row, went);
        ending.set(row, after);
        unitCost.set(row, cost);
        endingValue.set(row, after * cost);
    }
}
