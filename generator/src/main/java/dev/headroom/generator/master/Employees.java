package dev.headroom.generator.master;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Employees, and the users that make entries. A company's employees are a block of indexes. Its first ones, up to a quarter, run the
 * company and its books: a tree with four reports to each manager, the chief executive at the root, whose leaves make the entries. They
 * have user ids and stay for the whole ledger. All others report to some manager and make no entries. Those who are on the company's
 * {@linkplain Staffing staff} come and go; the rest have left before the month before the ledger. The last one does not exist, and shares a
 * clerk's bank account.
 *
 * <p>A user is a code in the {@link #users} dictionary: the system users first, then the people. Immutable; constant time except where
 * said.
 */
public final class Employees extends MasterTable {
    /** What an employee without reports does in the company's books. */
    public enum Job {
        ACCOUNTANT("Accountant", 62, 0, 3),
        PAYABLES_CLERK("Accounts Payable Clerk", 46, 1, 6),
        BUYER("Buyer", 58, 2, 6),
        WAREHOUSE_CLERK("Warehouse Clerk", 40, 4, 6),
        SALES_CLERK("Sales Clerk", 46, 5, 6);

        private final String title;
        private final int payThousands;
        /** The first leaf of a company who does it. */
        private final int first;
        /** How many leaves further the next one is. */
        private final int distance;

        Job(String title, int payThousands, int first, int distance) {
            this.title = title;
            this.payThousands = payThousands;
            this.first = first;
            this.distance = distance;
        }

        /** How many of the first leaves do it. */
        private int count(int leaves) {
            return (leaves - first + distance - 1) / distance;
        }

        /** The leaf that is the nth who does it, from 0 on. */
        private int leaf(int nth) {
            return first + nth * distance;
        }

        private static Job of(int leaf) {
            return Stream.of(values())
                    .filter(job -> leaf % job.distance == job.first)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Users that are not people. */
    public enum SystemUser {
        INTERFACE(0, "IF_BATCH"),
        RECURRING(1, "FI_RECUR"),
        WAREHOUSE(2, "WM_BATCH"),
        INVOICING(3, "AP_WORKFLOW"),
        PAYMENT(4, "AP_PAYRUN"),
        PRODUCTION(5, "PP_CONFIRM"),
        BILLING(6, "SD_BILLING"),
        RECEIPT(7, "AR_LOCKBOX"),
        PAYROLL(8, "HR_PAYROLL"),
        DEPRECIATION(9, "AA_DEPREC"),
        PROVISION(10, "AR_PROVIS"),
        TAX(11, "FI_TAX"),
        REVALUATION(12, "FI_REVAL"),
        CLOSING(13, "FI_CLOSE");

        private final int code;
        private final String id;

        SystemUser(int code, String id) {
            this.code = code;
            this.id = id;
        }

        /** The user's code in {@link #users}. */
        public int code() {
            return code;
        }
    }

    /** What the limit of someone who may approve any amount is stored as. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    static final TableSchema SCHEMA = new TableSchema(
            "employees",
            "A person employed by a company.",
            List.of(
                    Column.text("employee_id").asKey().describedAs("Employee number."),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that employs the person."),
                    Column.text("user_id")
                            .asNullable()
                            .describedAs("User that makes entries; null where the person makes none."),
                    Column.text("first_name").asOptional().describedAs("First name."),
                    Column.text("last_name").asOptional().describedAs("Last name."),
                    Column.text("job_title").asOptional().describedAs("Role."),
                    Column.text("cost_center_id")
                            .asOptional()
                            .references("cost_centers.cost_center_id")
                            .describedAs("Cost center that bears the costs."),
                    Column.text("manager_id")
                            .asNullable()
                            .references("employees.employee_id")
                            .describedAs("Employee that the person reports to; null at the top."),
                    Column.decimal("approval_limit", 2)
                            .asNullable()
                            .describedAs(
                                    "Largest amount that the person may approve, in the company's currency; null for"
                                            + " no limit."),
                    Column.text("bank_account")
                            .asOptional()
                            .describedAs("Bank account: IBAN, or what the country uses."),
                    Column.date("hired_on").describedAs("First day of employment."),
                    Column.date("terminated_on")
                            .asNullable()
                            .describedAs("Last day of employment; null if it goes on.")));

    private static final int NAME_SLOT = 0;
    private static final int TITLE_SLOT = 1;
    private static final int COST_CENTER_SLOT = 2;
    private static final int MANAGER_SLOT = 3;
    private static final int LIMIT_SLOT = 4;
    private static final int BANK_SLOT = 5;
    private static final int HIRED_SLOT = 6;
    private static final int LEAVES_SLOT = 7;
    private static final int TERMINATED_SLOT = 8;

    /** Last day of someone who stays. */
    public static final int STAYS = Integer.MAX_VALUE;

    private static final int REPORTS = 4;
    private static final int LARGEST_OFFICE = 2000;
    private static final int OLDEST_DAYS = 5000;
    private static final double LEAVING = 0.15;
    private static final int LEAST_DAYS = 60;
    private static final int LEAVING_DAYS = 3000;

    /** In hundredths of a dollar, by depth in the tree of managers. */
    private static final long[] MANAGER_LIMITS = {NO_LIMIT, 500_000_00, 100_000_00, 25_000_00, 5_000_00};

    private static final long[] LEAF_LIMITS = {1_000_00, 5_000_00, 25_000_00};
    private static final Discrete LEAF_LIMIT = new Discrete(.6, .3, .1);

    /** The jobs of consecutive leaves. */
    private static final Job[] JOBS = IntStream.range(0, 6).mapToObj(Job::of).toArray(Job[]::new);

    private static final String[] HEAD_TITLES = {
        "Chief Financial Officer", "Head of Purchasing", "Head of Sales", "Chief Operating Officer"
    };
    private static final List<String> STAFF_TITLES = List.of(
            "Operator",
            "Technician",
            "Sales Representative",
            "Driver",
            "Engineer",
            "Analyst",
            "Service Agent",
            "Planner",
            "Assistant");
    /** By the title of staff, in thousands of dollars a year where wages are those of the United States. */
    private static final int[] STAFF_PAY = {44, 52, 58, 42, 88, 72, 40, 60, 42};
    /** By depth in the tree of managers. */
    private static final int[] MANAGER_PAY = {220, 150, 110, 80};

    private final Companies companies;
    private final Months months;
    private final Apportionment blocks;
    private final Apportionment costCenterBlocks;
    private final Ids costCenterIds;
    private final Staffing staffing;
    private final int[] offices;
    private final int[] firstUsers;
    private final TextDictionary users;
    private final Ids ids;

    Employees(
            long seed,
            int count,
            Companies companies,
            Budgets budgets,
            Months months,
            Apportionment costCenterBlocks,
            Ids costCenterIds) {
        super(SCHEMA, count, new RandomStream(seed, "employees"));
        this.companies = companies;
        this.months = months;
        this.blocks = new Apportionment(count, companies.weights(), 2);
        this.costCenterBlocks = costCenterBlocks;
        this.costCenterIds = costCenterIds;
        this.staffing = new Staffing(companies, blocks, budgets);
        this.ids = new Ids("E", count);
        this.offices = new int[companies.count()];
        this.firstUsers = new int[companies.count() + 1];
        List<String> names = new ArrayList<>();
        for (SystemUser user : SystemUser.values()) {
            names.add(user.id);
        }
        for (int company = 0; company < offices.length; company++) {
            offices[company] = officeSize(company);
            firstUsers[company] = names.size();
            for (int position = 0; position < offices[company]; position++) {
                names.add(userId(blocks.start(company) + position));
            }
        }
        firstUsers[offices.length] = names.size();
        this.users = TextDictionary.of(names);
    }

    private int officeSize(int company) {
        int size = Math.min(blocks.size(company) / 4, staffing.staff(company) / 2);
        return Math.min(blocks.size(company), Math.min(Math.max(Staffing.FEWEST, size), LARGEST_OFFICE));
    }

    /** Employee numbers. */
    public Ids ids() {
        return ids;
    }

    /** User ids: the system users, then the employees who make entries. */
    public TextDictionary users() {
        return users;
    }

    /** The number of managers in a company's office; those of its tree that have reports, and at least the one at the root. */
    private int managers(int company) {
        return Math.max(1, (offices[company] - 1 + REPORTS - 1) / REPORTS);
    }

    /**
     * An employee, for random bits, who does a job in a company's books; in a company in which no one does, any who enters something. Never
     * its chief.
     */
    public int pick(int company, Job job, long bits) {
        int leaves = leaves(company);
        int count = job.count(leaves);
        int leaf = count > 0 ? job.leaf(Draw.below(bits, count)) : Draw.below(bits, leaves);
        return blocks.start(company) + managers(company) + leaf;
    }

    private int leaves(int company) {
        return offices[company] - managers(company);
    }

    /** Any manager of a company, for random bits. */
    int pickManager(int company, long bits) {
        return blocks.start(company) + Draw.below(bits, managers(company));
    }

    /** The user of a manager of a company, for random bits; never of its chief, and -1 in a company with no other manager. */
    public int pickManagerUser(int company, long bits) {
        int others = managers(company) - 1;
        return others == 0 ? -1 : firstUsers[company] + 1 + Draw.below(bits, others);
    }

    /**
     * An employee who does not exist: the last one of a company, whose wages go to the bank account of a clerk. -1 in a company whose
     * employees are all in its office.
     */
    public int ghost(int company) {
        return blocks.size(company) > offices[company] ? blocks.start(company) + blocks.size(company) - 1 : -1;
    }

    /** The first of a company's employees. */
    public int first(int company) {
        return blocks.start(company);
    }

    /** One above the last of the employees who work in a company at some time from the month before the ledger on. */
    public int endOfStaff(int company) {
        int end = blocks.start(company) + staffing.staff(company);
        return end - 1 == ghost(company) ? end - 1 : end;
    }

    /** The company that employs someone. */
    public int companyOf(int employee) {
        return blocks.companyOf(employee);
    }

    /** The cost center that bears someone's costs. */
    public int costCenter(int employee) {
        int company = blocks.companyOf(employee);
        int ordinal = Draw.below(key(employee), COST_CENTER_SLOT, CostCenters.charged(costCenterBlocks, company));
        return costCenterBlocks.start(company) + ordinal;
    }

    /** The day of an employee's hire: the chief before all others, and the office before anything is done that the ledger knows of. */
    public int hiredOn(int employee) {
        int company = blocks.companyOf(employee);
        int start = months.firstDayOf(-1);
        int first = start - OLDEST_DAYS;
        if (employee == blocks.start(company)) {
            return first;
        }
        int end = isOffice(company, employee)
                ? months.firstDayOf(-Months.MARGIN)
                : isStaff(company, employee) ? months.lastDay() + 1 : start - LEAST_DAYS;
        return first + Draw.below(key(employee), HIRED_SLOT, end - first);
    }

    /** The last day of someone's employment within the ledger or before; {@link #STAYS} if there is none. */
    public int terminatedOn(int employee) {
        int company = blocks.companyOf(employee);
        int least = hiredOn(employee) + LEAST_DAYS;
        long key = key(employee);
        if (!isStaff(company, employee)) {
            return least + Draw.below(key, TERMINATED_SLOT, months.firstDayOf(-1) - least);
        }
        int left = least + Draw.below(key, TERMINATED_SLOT, LEAVING_DAYS);
        boolean leaves = !isOffice(company, employee)
                && left <= months.lastDay()
                && employee != ghost(company)
                && Draw.happens(key, LEAVES_SLOT, LEAVING);
        return leaves ? left : STAYS;
    }

    private boolean isOffice(int company, int employee) {
        return employee - blocks.start(company) < offices[company];
    }

    /** Whether someone works in a company at some time from the month before the ledger on, or is said to. */
    private boolean isStaff(int company, int employee) {
        return employee - blocks.start(company) < staffing.staff(company) || employee == ghost(company);
    }

    /** What someone in an employee's job is paid in a year by the employee's company, in dollars. */
    public double usualPay(int employee) {
        int company = blocks.companyOf(employee);
        double pay = 1000.0 * payThousands(company, employee - blocks.start(company), key(employee));
        return pay * companies.labourCosts(company).wageLevel() * staffing.payFactor(company);
    }

    /** What an average employee is paid in a year by companies of a company's country, in dollars. */
    public double averagePay(int company) {
        return Staffing.USUAL_PAY * companies.labourCosts(company).wageLevel();
    }

    private int payThousands(int company, int position, long key) {
        if (position < managers(company)) {
            return MANAGER_PAY[Math.min(depth(position), MANAGER_PAY.length - 1)];
        }
        return position < offices[company]
                ? JOBS[(position - managers(company)) % JOBS.length].payThousands
                : STAFF_PAY[new Picks(key, TITLE_SLOT).below(STAFF_PAY.length)];
    }

    /** The bank account of an employee: IBAN, or what the country uses. */
    String bankAccount(int employee) {
        int company = blocks.companyOf(employee);
        int owner = employee == ghost(company)
                ? pick(company, Job.PAYABLES_CLERK, Draw.bits(key(employee), BANK_SLOT))
                : employee;
        return companies.country(company).bankAccount(new Picks(key(owner), BANK_SLOT));
    }

    /** The user of an employee who makes entries. */
    public int user(int employee) {
        int company = blocks.companyOf(employee);
        return firstUsers[company] + employee - blocks.start(company);
    }

    /** The user, for random bits, who does a job in a company's books. */
    public int pickUser(int company, Job job, long bits) {
        return firstUsers[company] + pick(company, job, bits) - blocks.start(company);
    }

    /** The users who do a job in a company's books; in a company in which no one does, all who enter anything. */
    int[] users(int company, Job job) {
        int first = firstUsers[company] + managers(company);
        int leaves = leaves(company);
        int count = job.count(leaves);
        return count > 0
                ? IntStream.range(0, count).map(nth -> first + job.leaf(nth)).toArray()
                : IntStream.range(first, first + leaves).toArray();
    }

    /** Whether a user is a person. */
    public boolean isPerson(int user) {
        return user >= firstUsers[0];
    }

    /** The employee who is a user. */
    public int employee(int user) {
        int company = 0;
        while (firstUsers[company + 1] <= user) {
            company++;
        }
        return blocks.start(company) + user - firstUsers[company];
    }

    /**
     * The user who approves an entry: the first manager upward from its creator whose limit covers its amount. Takes time in proportion
     * to the depth of the tree, which is at most six.
     *
     * @param company company of the creator
     * @param creator user who is a person of the company and not its chief
     * @param hundredths total of the entry's debits in the company's currency
     */
    public int approver(int company, int creator, long hundredths) {
        int position = creator - firstUsers[company];
        do {
            position = managerAt(position);
        } while (limitAt(company, position) < hundredths);
        return firstUsers[company] + position;
    }

    /** The largest amount, in hundredths of the company's currency, that a user who is a person of a company may approve. */
    public long approvalLimit(int company, int user) {
        return limitAt(company, user - firstUsers[company]);
    }

    private long limitAt(int company, int position) {
        if (position >= offices[company]) {
            return scaled(company, LEAF_LIMITS[0]);
        }
        if (position < managers(company)) {
            return scaled(company, MANAGER_LIMITS[Math.min(depth(position), MANAGER_LIMITS.length - 1)]);
        }
        long managerLimit = limitAt(company, managerAt(position));
        long limit = LEAF_LIMITS[LEAF_LIMIT.draw(key(blocks.start(company) + position), LIMIT_SLOT)];
        return Math.min(scaled(company, limit), managerLimit);
    }

    private long scaled(int company, long limit) {
        return limit == NO_LIMIT ? NO_LIMIT : limit * Currencies.scale(companies.currency(company));
    }

    private static int depth(int position) {
        int depth = 0;
        // The first position of each depth: 1, 5, 21 …
        for (int first = 1; first <= position; first = first * REPORTS + 1) {
            depth++;
        }
        return depth;
    }

    private String firstName(int employee) {
        return companies.country(blocks.companyOf(employee)).language().firstName(new Picks(key(employee), NAME_SLOT));
    }

    private String lastName(int employee) {
        Picks picks = new Picks(key(employee), NAME_SLOT);
        Language language = companies.country(blocks.companyOf(employee)).language();
        language.firstName(picks);
        return language.lastName(picks);
    }

    /** First letter, last name and number: unique, since names have no digits. */
    private String userId(int employee) {
        String name = firstName(employee).charAt(0) + lastName(employee);
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
        return letters.substring(0, Math.min(letters.length(), 8)) + (employee + 1);
    }

    private String title(int company, int position, long key) {
        if (position == 0) {
            return "Chief Executive Officer";
        }
        if (position < managers(company)) {
            return position <= REPORTS
                    ? HEAD_TITLES[position - 1]
                    : position <= REPORTS + REPORTS * REPORTS ? "Senior Manager" : "Team Lead";
        }
        return position < offices[company]
                ? JOBS[(position - managers(company)) % JOBS.length].title
                : new Picks(key, TITLE_SLOT).pick(STAFF_TITLES);
    }

    /** The position of the manager of someone in the office. */
    private static int managerAt(int position) {
        return (position - 1) / REPORTS;
    }

    /** The position of the manager of someone outside the office: any, or the first one upward who came before he left. */
    private int managerOf(int company, int employee) {
        int position = Draw.below(key(employee), MANAGER_SLOT, managers(company));
        int last = terminatedOn(employee);
        while (hiredOn(blocks.start(company) + position) > last) {
            position = managerAt(position);
        }
        return position;
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector id = ids(batch, "employee_id", ids);
        TextVector companyCode = texts(batch, "company_code", companies.codes());
        TextVector userId = texts(batch, "user_id", users);
        TextVector firstName = batch.texts("first_name");
        TextVector lastName = batch.texts("last_name");
        TextVector jobTitle = batch.texts("job_title");
        TextVector costCenter = ids(batch, "cost_center_id", costCenterIds);
        TextVector manager = ids(batch, "manager_id", ids);
        LongVector approvalLimit = batch.longs("approval_limit");
        TextVector bankAccount = batch.texts("bank_account");
        IntVector hiredOn = batch.ints("hired_on");
        IntVector terminatedOn = batch.ints("terminated_on");
        return (index, row) -> {
            long key = key(index);
            int company = blocks.companyOf(index);
            int position = index - blocks.start(company);
            boolean office = position < offices[company];
            ids.set(id, row, index);
            companyCode.setCode(row, company);
            if (office) {
                userId.setCode(row, firstUsers[company] + position);
            } else {
                userId.setNull(row);
            }
            firstName.set(row, firstName(index));
            lastName.set(row, lastName(index));
            jobTitle.set(row, title(company, position, key));
            costCenterIds.set(costCenter, row, costCenter(index));
            if (position == 0) {
                manager.setNull(row);
                approvalLimit.setNull(row);
            } else {
                ids.set(
                        manager,
                        row,
                        blocks.start(company) + (office ? managerAt(position) : managerOf(company, index)));
                approvalLimit.set(row, limitAt(company, position));
            }
            bankAccount.set(row, bankAccount(index));
            hiredOn.set(row, hiredOn(index));
            int last = terminatedOn(index);
            if (last == STAYS) {
                terminatedOn.setNull(row);
            } else {
                terminatedOn.set(row, last);
            }
        };
    }
}
