package dev.headroom.generator.master;

import java.util.Arrays;

/** Splits the indexes of a kind of record into one block for each company, in proportion to the companies' weights. Immutable. */
final class Apportionment {
    private final int[] starts;

    /**
     * Makes the blocks.
     *
     * @param count number of records
     * @param weights weight of each company, above 0
     * @param least fewest records of a company; {@code count} is at least this for each company
     */
    Apportionment(int count, double[] weights, int least) {
        int companies = weights.length;
        int spare = count - least * companies;
        double total = Arrays.stream(weights).sum();
        starts = new int[companies + 1];
        double cumulative = 0;
        for (int company = 0; company < companies; company++) {
            cumulative += weights[company];
            int upTo = company == companies - 1 ? spare : (int) (spare * (cumulative / total));
            starts[company + 1] = upTo + least * (company + 1);
        }
    }

    int start(int company) {
        return starts[company];
    }

    int size(int company) {
        return starts[company + 1] - starts[company];
    }

    int companyOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        if (found < 0) {
            return -found - 2;
        }
        // Companies without records start where the next one does.
        while (found + 1 < starts.length && starts[found + 1] == index) {
            found++;
        }
        return found;
    }
}
