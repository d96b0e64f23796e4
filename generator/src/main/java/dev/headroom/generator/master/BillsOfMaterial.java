package dev.headroom.generator.master;

import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.Arrays;
import java.util.List;

/** What finished goods are made of. Immutable; constant time, but for the search of a row's company. */
public final class BillsOfMaterial extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "bills_of_material",
            "A component of a finished good.",
            List.of(
                    Column.text("material_id")
                            .asKey()
                            .references("materials.material_id")
                            .describedAs("Finished good."),
                    Column.text("component_id")
                            .asKey()
                            .references("materials.material_id")
                            .describedAs("Raw material that it is made of."),
                    Column.integer("quantity").describedAs("Units of the component in one of the good.")));

    private final Materials materials;
    /** The number of rows of the companies before each, and of all. */
    private final int[] starts;

    BillsOfMaterial(long seed, Materials materials, int companies) {
        this(seed, materials, starts(materials, companies));
    }

    private BillsOfMaterial(long seed, Materials materials, int[] starts) {
        super(SCHEMA, starts[starts.length - 1], new RandomStream(seed, "bills of material"));
        this.materials = materials;
        this.starts = starts;
    }

    private static int[] starts(Materials materials, int companies) {
        int[] starts = new int[companies + 1];
        for (int company = 0; company < companies; company++) {
            starts[company + 1] = starts[company] + materials.componentsOf(company);
        }
        return starts;
    }

    private int companyOf(int index) {
        // Every company makes something if any does.
        int found = Arrays.binarySearch(starts, index);
        return found < 0 ? -found - 2 : found;
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector good = ids(batch, "material_id", materials.ids());
        TextVector component = ids(batch, "component_id", materials.ids());
        LongVector quantity = batch.longs("quantity");
        return (index, row) -> {
            int company = companyOf(index);
            int ofCompany = index - starts[company];
            int made = materials.goodOf(company, ofCompany);
            int position = materials.positionOf(ofCompany);
            materials.ids().set(good, row, made);
            materials.ids().set(component, row, materials.component(company, made, position));
            quantity.set(row, materials.componentQuantity(made, position));
        };
    }
}
