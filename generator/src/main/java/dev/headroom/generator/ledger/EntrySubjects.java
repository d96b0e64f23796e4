package dev.headroom.generator.ledger;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The subjects that entries of one kind can have in an industry. Immutable; constant time. */
final class EntrySubjects {
    /** {@code subject|cost accounts|accounts that are owed to|prepaid accounts}. */
    private static final String COSTS = """
            travel expenses|6400 6410|2100 2510|1430
            marketing costs|6420|2100 2500|1430
            project costs|6250 6030|2100 2500|1430
            consulting fees|6250|2100|1430
            courier charges|6210|2100|
            energy costs|6110 6120|2100|1430
            training costs|6040|2100|1430
            software licences|6300|2100|1420
            insurance premium|6270|2100|1400
            vehicle costs|6450|2100 2610|1430
            telephone and internet|6220|2100|1430
            office supplies|6200|2100|
            repairs and maintenance|6500 6140|2100|1430
            legal fees|6230|2100|1430
            recruitment costs|6050|2100|
            bank charges|6260|2100|
            trade fair costs|6430|2100|1430
            membership dues|6280|2100|1430
            packaging material|5810|2100|
            cleaning services|6130|2100|1430
            temporary staff|6030|2100|
            equipment rental|6510|2100 2610|1430
            hosting services|6320|2100|1420
            warranty provision|6500|2140|
            bonus provision|6020|2110|
            intercompany services|6250 6720|2500|
            shared service charge|6720|2500|
            rent|6100|2100|1410
            property tax|6150|2100|1430
            waste disposal|6520|2100|
            safety inspections|6530|2100|
            loan interest|7000|2120|
            audit fees|6240|2130|1430
            """;

    /** {@code subject|accounts that are debited|income accounts}. */
    private static final String INCOME = """
            rental income|1200|4730
            insurance recovery|1200|4750
            interest income|1200 1700|4720
            income from affiliates|1230|4760
            sundry operating income|1200|4760
            forfeited customer deposits|2520|4760
            """;

    /** {@code header|debits|credits|first letters of the industries}; none for all. */
    private static final String DAILY_REVENUES = """
            Point of sale, daily totals|1020|4000|R
            Web shop, daily totals|1020|4010|MRT
            Subscription billing, daily totals|1020|4010|T
            Advisory billing, daily totals|1200|4010|F
            Custody system, daily fees|1200|4020|F
            Outpatient clinic, daily totals|1020|4010|H
            Laboratory billing, daily totals|1200|4020|H
            """;

    private static final String TRANSFERRED_COSTS = """
            Expense reports, daily transfer|6400 6410 6450|2510 1210|
            Treasury system, daily postings|7000 6260|2120|
            Travel bookings, weekly transfer|6400|2510|
            Corporate cards, statement|6400 6410 6200|2510|
            Lease system, monthly postings|6510 6100|2610|
            Card network, daily settlement|5060|1020|F
            Project system, settlement|6250|2100|
            """;

    private static final String CONSUMPTION = """
            Warehouse system, consumption|6200 6500|5810|MRHT
            """;

    private static final String DISTRIBUTIONS = """
            Fleet system, cost distribution|6450|6450|
            Time recording, cost distribution|6030|6030|
            Energy metering, cost distribution|6110 6120|6110 6120|
            Telecom invoices, cost distribution|6220|6220|
            Print services, cost distribution|6200|6200|
            Canteen, cost distribution|6060|6060|
            """;

    private static final String SETTLEMENTS = """
            Cash pool, daily settlement|1020|1020|
            Payment factory, daily settlement|1020|1020|
            Netting with affiliates, payables|2500|2500|
            Netting with affiliates, receivables|1230|1230|
            Collections for others, settlement|2510|2510|
            """;

    private static final String CLEARINGS = """
            Clear payables to affiliates|2500|2500|
            Clear receivables from affiliates|1230|1230|
            Clear cash in transit|1020|1020|
            Clear collections for others|2510|2510|
            """;

    private static final String TEMPLATES = """
            Office rent|6100|2100 1410|
            Warehouse rent|6100|2100 1410|
            Building insurance|6270|1400|
            Liability insurance|6270|1400|
            Software subscription|6300|1420 2100|
            Vehicle leasing|6450|2610|
            Machine leasing|6510|2610|
            Cleaning contract|6130|2100|
            Security services|6140|2100|
            Maintenance contract|6500|2100 1430|
            Data line|6220|2100|
            Cloud services|6320|2100 1420|
            Parking spaces|6450|2100 1430|
            Facility management|6140|2100|
            Audit fee, monthly share|6240|2130|
            Association dues, monthly share|6280|1430|
            """;

    private static final String INCOME_TEMPLATES = """
            Rent of sublet rooms|1200|4730|
            Rent of sublet parking|1200|4730|
            Interest on deposits|1700|4720|
            Interest on loans granted|1200|4720|
            Services to affiliates, monthly share|1230|4760|
            """;

    private static final String ALLOCATIONS = """
            Allocation of rent, monthly share|6100|6100|
            Allocation of energy costs, monthly share|6110|6110|
            Allocation of insurance, monthly share|6270|6270|
            Allocation of hosting, monthly share|6320|6320|
            """;

    private static final String MONTHLY_SETTLEMENTS = """
            Cash pool, monthly settlement|1020|1020|
            Netting with affiliates, monthly settlement|2500|2500|
            Charges to affiliates, monthly settlement|1230|1230|
            """;

    private static final String ACCRUALS = """
            Accrual invoices not yet received|6250 6500 6720|2100|
            Accrual energy costs|6110 6120|2100|
            Accrual legal and consulting fees|6230 6250|2100|
            Accrual courier charges|6210|2100|
            Accrual vacation pay|6060|2100|
            Accrual overtime pay|6000|2100|
            Accrual bonus|6020|2110|
            Accrual audit fee|6240|2130|
            Accrual maintenance services|6500 6140|2100|
            Accrual marketing services|6420|2100|
            Accrual interest|7000|2120|
            Accrual rebates|4900|2510|
            """;

    private static final String BALANCE_ACCRUALS = """
            Accrual charges between affiliates|1230|2500|
            Accrual collections for others|1200|2510|
            Accrual deposits of customers|1200|2520|
            """;

    private static final int COST = 1;
    private static final int OWED = 2;
    private static final int PREPAID = 3;
    /** The desk of whoever works on all subjects alike. */
    static final double NO_DESK = -1;

    /** How often someone works on his own subjects, and how many of all subjects those are. */
    private static final double AT_DESK = .8;

    private static final double SUBJECTS_AT_DESK = .15;
    private static final List<String> CASH_IN_TRANSIT = List.of("1020");

    /** Consecutive subjects that are wanted equally often. */
    private record Run(int first, int count, double weight) {}

    private static final List<EntrySubject> SUBJECTS = new ArrayList<>();

    private static final Run ALLOCATE = action("Allocate", COST, COST, true, .05);
    private static final Run TRANSFER = action("Transfer", COST, COST, true, .05);
    private static final Run SETTLE = settle();
    private static final Run DISTRIBUTE = listed(DISTRIBUTIONS, .55);

    // About as many raise the result as lower it.
    private static final List<Run> MANUAL = List.of(
            action("Record", COST, OWED, .12),
            action("Adjust", COST, OWED, .08),
            action("True up", COST, OWED, .08),
            SETTLE,
            action("Reclassify", COST, COST, .1),
            action("Correct", COST, COST, .05),
            ALLOCATE,
            TRANSFER,
            action("Defer", PREPAID, COST, .07),
            action("Release prepaid", COST, PREPAID, .08),
            income("Record", .06),
            income("True up", .04),
            action("Reduce", OWED, COST, .17));

    private static final List<Run> INTERFACE =
            List.of(listed(DAILY_REVENUES, .2), listed(TRANSFERRED_COSTS, .16), listed(CONSUMPTION, .09), DISTRIBUTE);
    private static final List<Run> RECURRING = List.of(listed(TEMPLATES, .55), listed(INCOME_TEMPLATES, .45));

    // Of large amounts, which each stay on one account, most never were costs.
    private static final List<Run> LARGE_MANUAL = List.of(ALLOCATE, TRANSFER, listed(CLEARINGS, .6));
    private static final List<Run> LARGE_INTERFACE = List.of(DISTRIBUTE, listed(SETTLEMENTS, 3.3));
    private static final List<Run> LARGE_RECURRING =
            List.of(listed(ALLOCATIONS, .15), listed(MONTHLY_SETTLEMENTS, .85));

    // The last ones, so that their reversals can follow them in the same order.
    private static final List<Run> ACCRUAL = List.of(listed(ACCRUALS, 1));
    private static final List<Run> LARGE_ACCRUAL = List.of(listed(BALANCE_ACCRUALS, 1));

    /** Of the manual ones, those that leave revenues and expenses alone: {@link #settle}. */
    private static final List<Run> SETTLEMENT = List.of(SETTLE);

    /** All subjects; the codes of their headers are their positions. */
    static final List<EntrySubject> ALL = List.copyOf(SUBJECTS);

    /** The code of the first accrual. */
    static final int FIRST_ACCRUAL = ACCRUAL.get(0).first();

    private final Choice usual;
    private final Choice large;

    private EntrySubjects(List<Run> usual, List<Run> large, Industry industry) {
        this.usual = new Choice(usual, industry);
        this.large = new Choice(large, industry);
    }

    /** The subjects of manual entries. */
    static EntrySubjects manual(Industry industry) {
        return new EntrySubjects(MANUAL, LARGE_MANUAL, industry);
    }

    /** The subjects of manual entries that leave revenues and expenses alone. */
    static EntrySubjects settlements(Industry industry) {
        return new EntrySubjects(SETTLEMENT, SETTLEMENT, industry);
    }

    /** The subjects of entries from other systems. */
    static EntrySubjects interfaces(Industry industry) {
        return new EntrySubjects(INTERFACE, LARGE_INTERFACE, industry);
    }

    /** The subjects of recurring entries. */
    static EntrySubjects recurring(Industry industry) {
        return new EntrySubjects(RECURRING, LARGE_RECURRING, industry);
    }

    /** The subjects of accruals. */
    static EntrySubjects accruals(Industry industry) {
        return new EntrySubjects(ACCRUAL, LARGE_ACCRUAL, industry);
    }

    /** Those of entries of large amounts, which leave the result as it is, or those of all others. */
    Choice of(boolean largeAmounts) {
        return largeAmounts ? large : usual;
    }

    /** Subjects to choose from. */
    static final class Choice {
        private final Discrete runs;
        private final int[][] codes;

        private Choice(List<Run> all, Industry industry) {
            double[] weights = new double[all.size()];
            this.codes = new int[all.size()][];
            for (int run = 0; run < codes.length; run++) {
                int[] found = new int[all.get(run).count()];
                int count = 0;
                for (int i = 0; i < found.length; i++) {
                    int code = all.get(run).first() + i;
                    if (ALL.get(code).industries().contains(industry)) {
                        found[count++] = code;
                    }
                }
                codes[run] = Arrays.copyOf(found, count);
                weights[run] = count == 0 ? 0 : all.get(run).weight();
            }
            this.runs = new Discrete(weights);
        }

        /**
         * The code of a header, for two of a key's slots.
         *
         * @param desk from where on the few subjects are that someone mostly works on; {@link #NO_DESK} for none
         */
        int draw(long key, int kindSlot, int subjectSlot, double desk) {
            int[] run = codes[codes.length == 1 ? 0 : runs.draw(key, kindSlot)];
            if (desk < 0) {
                return run[Draw.below(key, subjectSlot, run.length)];
            }
            long bits = Draw.bits(key, subjectSlot);
            if (Draw.unit(bits << 32) >= AT_DESK) {
                return run[Draw.below(bits, run.length)];
            }
            int subjects = Math.max(1, (int) (run.length * SUBJECTS_AT_DESK));
            return run[((int) (desk * run.length) + Draw.below(bits, subjects)) % run.length];
        }
    }

    private static Run action(String verb, int debit, int credit, double weight) {
        return action(verb, debit, credit, false, weight);
    }

    private static Run action(String verb, int debit, int credit, boolean onOneAccount, double weight) {
        int first = SUBJECTS.size();
        for (String line : COSTS.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            if (!parts[debit].isEmpty() && !parts[credit].isEmpty()) {
                add(verb + " " + parts[0], accounts(parts[debit]), accounts(parts[credit]), onOneAccount, "");
            }
        }
        return new Run(first, SUBJECTS.size() - first, weight);
    }

    private static Run settle() {
        int first = SUBJECTS.size();
        for (String line : COSTS.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            add("Settle " + parts[0], accounts(parts[OWED]), CASH_IN_TRANSIT, false, "");
        }
        return new Run(first, SUBJECTS.size() - first, .05);
    }

    private static Run income(String verb, double weight) {
        int first = SUBJECTS.size();
        for (String line : INCOME.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            add(verb + " " + parts[0], accounts(parts[1]), accounts(parts[2]), false, "");
        }
        return new Run(first, SUBJECTS.size() - first, weight);
    }

    private static Run listed(String lines, double weight) {
        int first = SUBJECTS.size();
        for (String line : lines.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            add(parts[0], accounts(parts[1]), accounts(parts[2]), parts[1].equals(parts[2]), parts[3]);
        }
        return new Run(first, SUBJECTS.size() - first, weight);
    }

    private static List<String> accounts(String text) {
        return List.of(text.split(" ", -1));
    }

    private static void add(
            String header, List<String> debits, List<String> credits, boolean onOneAccount, String letters) {
        Set<Industry> industries = EnumSet.noneOf(Industry.class);
        for (Industry industry : Industry.values()) {
            if (letters.isEmpty() || letters.indexOf(industry.name().charAt(0)) >= 0) {
                industries.add(industry);
            }
        }
        SUBJECTS.add(new EntrySubject(header, debits, credits, onOneAccount, Set.copyOf(industries)));
    }
}
