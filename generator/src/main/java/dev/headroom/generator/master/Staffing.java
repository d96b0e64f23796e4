package dev.headroom.generator.master;

/**
 * How many of a company's employees work there during the ledger, and how well they are paid, so that they cost what the company can
 * spend on them. All others left before. Where even all employees cost less than that, or the fewest that keep books cost more, pay is
 * above or below the usual one, as far as that is believable. Immutable.
 */
final class Staffing {
    /** The fewest employees of a company that has as many: enough for books that are kept by people who report to managers. */
    static final int FEWEST = 18;
    /** About what an employee is paid in a year where wages are those of the United States, in dollars. */
    static final double USUAL_PAY = 60_000;

    private static final double LEAST_FACTOR = .7;
    private static final double GREATEST_FACTOR = 1.5;
    /** Some of the staff come or go within the ledger. */
    private static final double PRESENT = .92;
    /** What the managers of a company are paid beyond what is usual, and what comes of offices where nobody goes, in usual pays. */
    private static final double MANAGERS = 8.5;

    private final int[] staff;
    private final double[] payFactors;

    Staffing(Companies companies, Apportionment employees, Budgets budgets) {
        staff = new int[companies.count()];
        payFactors = new double[companies.count()];
        for (int company = 0; company < staff.length; company++) {
            LabourCosts costs = companies.labourCosts(company);
            double budget = budgets.personnelCost(company);
            double wanted = (budget / costOfOne(costs) - MANAGERS) / PRESENT;
            staff[company] = (int) Math.min(Math.max(wanted, FEWEST), employees.size(company));
            payFactors[company] =
                    Math.min(Math.max(budget / usualCost(costs, staff[company]), LEAST_FACTOR), GREATEST_FACTOR);
        }
    }

    /** What a number of employees of a company cost in a month if they are paid what is usual, in dollars. */
    static double usualCost(LabourCosts costs, int staff) {
        return costOfOne(costs) * (staff * PRESENT + MANAGERS * Math.min(staff, FEWEST) / FEWEST);
    }

    private static double costOfOne(LabourCosts costs) {
        return USUAL_PAY * costs.wageLevel() / 12 * (1 + costs.chargesPercent() / 100.0);
    }

    /** The number of employees who work in a company at some time during the ledger: the first ones. */
    int staff(int company) {
        return staff[company];
    }

    /** What a company pays in relation to what is usual in its country. */
    double payFactor(int company) {
        return payFactors[company];
    }
}
