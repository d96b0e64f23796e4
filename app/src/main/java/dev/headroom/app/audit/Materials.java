package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/** What materials cost, which of them are kept in stock, and what goods are made of. Immutable once it is read; safe for many threads. */
final class Materials {
    private final LongIndex index = new LongIndex();
    private long[] costs = new long[64];
    private boolean[] stocked = new boolean[64];
    /** Of each material, the first of its components; that of the next one is the end. */
    private int[] firstComponents = new int[1];

    private long[] components = new long[64];
    private long[] quantities = new long[64];

    private Materials() {}

    static Materials read(Opener opener, Books books) throws IOException {
        Materials read = new Materials();
        if (opener.tables().has("materials")) {
            read.readMaterials(opener, books);
        }
        read.firstComponents = new int[read.index.size() + 1];
        if (opener.tables().has("bills_of_material")) {
            read.readComponents(opener);
        }
        return read;
    }

    private void readMaterials(Opener opener, Books books) throws IOException {
        try (TableCursor cursor = opener.open("materials")) {
            int id = cursor.column("material_id");
            int account = cursor.column("gl_account_number");
            int cost = cursor.column("standard_cost");
            cursor.eachRow(() -> {
                int number = index.add(cursor.hash(id));
                if (number == costs.length) {
                    costs = Arrays.copyOf(costs, 2 * number);
                    stocked = Arrays.copyOf(stocked, 2 * number);
                }
                int found = books.account(cursor.hash(account));
                costs[number] = cursor.decimal(cost, 2);
                stocked[number] =
                        found != LongIndex.NONE && books.account(found).control() == Books.Control.INVENTORY;
            });
        }
    }

    /** Components are sorted by what is made of them: first they are counted, then each is put in its place. */
    private void readComponents(Opener opener) throws IOException {
        int[] counts = new int[firstComponents.length];
        eachComponent(opener, (good, component, quantity) -> counts[good]++);
        for (int good = 0; good + 1 < firstComponents.length; good++) {
            firstComponents[good + 1] = firstComponents[good] + counts[good];
        }
        int all = firstComponents[firstComponents.length - 1];
        components = new long[all];
        quantities = new long[all];
        Arrays.fill(counts, 0);
        eachComponent(opener, (good, component, quantity) -> {
            int at = firstComponents[good] + counts[good]++;
            components[at] = component;
            quantities[at] = quantity;
        });
    }

    private interface ComponentHandler {
        void component(int good, long component, long quantity);
    }

    private void eachComponent(Opener opener, ComponentHandler handler) throws IOException {
        try (TableCursor cursor = opener.open("bills_of_material")) {
            int good = cursor.column("material_id");
            int component = cursor.column("component_id");
            int quantity = cursor.column("quantity");
            cursor.eachRow(() -> {
                int number = index.get(cursor.hash(good));
                if (number != LongIndex.NONE) {
                    handler.component(number, cursor.hash(component), cursor.integer(quantity));
                }
            });
        }
    }

    /** The standard cost of a unit, by the hash of the material's id; 0 for none. */
    long cost(long material) {
        int number = index.get(material);
        return number == LongIndex.NONE ? 0 : costs[number];
    }

    /** Whether there is a stock of a material. */
    boolean isStocked(long material) {
        int number = index.get(material);
        return number != LongIndex.NONE && stocked[number];
    }

    /** The number of components that a material is made of; 0 for one that is not made. */
    int components(long material) {
        int number = index.get(material);
        return number == LongIndex.NONE ? 0 : firstComponents[number + 1] - firstComponents[number];
    }

    /** The hash of a component's id. */
    long component(long material, int position) {
        return components[firstComponents[index.get(material)] + position];
    }

    /** Units of a component in one of a material. */
    long quantity(long material, int position) {
        return quantities[firstComponents[index.get(material)] + position];
    }

    /** What the components of one unit of a material cost. */
    long componentCost(long material) {
        long cost = 0;
        for (int i = 0; i < components(material); i++) {
            cost += quantity(material, i) * cost(component(material, i));
        }
        return cost;
    }
}
