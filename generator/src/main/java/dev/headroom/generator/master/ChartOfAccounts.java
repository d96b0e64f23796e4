package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The chart of accounts that all companies share: about 100, 400 or 2,500 accounts. A larger chart splits the accounts of a smaller one
 * into detail accounts, which name the account that they belong to as their parent. An account's index is the code of its number in the
 * {@link #numbers} dictionary. Immutable; constant time.
 */
public final class ChartOfAccounts extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "gl_accounts",
            "An account of the general ledger, shared by all companies.",
            List.of(
                    Column.text("gl_account_number").asKey().describedAs("Account number, six digits."),
                    Column.text("name").describedAs("Account name."),
                    Column.text("type").describedAs("ASSET, LIABILITY, EQUITY, REVENUE or EXPENSE."),
                    Column.text("subtype").describedAs("Line of the financial statements that the account belongs to."),
                    Column.text("normal_balance").describedAs("Side on which the account usually stands: D or C."),
                    Column.text("control_type")
                            .asNullable()
                            .describedAs(
                                    "Subledger that alone posts to the account: AR, AP, GRIR, INVENTORY, BANK, TAX, FIXED_ASSETS or PAYROLL; null where entries can be made by hand."),
                    Column.text("parent_account_number")
                            .asNullable()
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Account that this one details.")));

    private static final Set<String> NOT_ORDERED = Set.of(
            "Bonuses",
            "Employee Benefits",
            "Property Tax",
            "Bank Charges",
            "Donations",
            "Sales Commissions",
            "Losses on Disposal of Assets",
            "Other Operating Expenses",
            "Interest Expense",
            "Income Tax",
            "Scrap and Rework",
            "Shrinkage",
            "Markdowns",
            "Card Processing Fees",
            "Brokerage Paid",
            "Regulatory Levies");
    private static final String[] TYPES = {"ASSET", "LIABILITY", "EQUITY", "REVENUE", "EXPENSE"};
    private static final String[] SIDES = {"D", "C"};
    private static final String[] DETAILS = {"Domestic", "Foreign", "Affiliates", "Other"};
    private static final String[] FUNCTIONS = {"Administration", "Sales", "Operations", "Development"};
    private static final String[] REGIONS = {"North", "South", "East", "West", "Central", "Online", "Export"};

    private record Account(
            String number,
            String name,
            String type,
            String subtype,
            boolean debit,
            String control,
            String role,
            int parent) {
        boolean open() {
            return control.isEmpty();
        }
    }

    private final List<Account> accounts;
    private final TextDictionary numbers;
    private final Map<AccountRole, Integer> roles = new EnumMap<>(AccountRole.class);

    ChartOfAccounts(long seed, Industry industry, Complexity complexity) {
        this(seed, accounts(industry, complexity));
    }

    private ChartOfAccounts(long seed, List<Account> accounts) {
        super(SCHEMA, accounts.size(), new RandomStream(seed, "chart of accounts"));
        this.accounts = accounts;
        this.numbers = TextDictionary.of(accounts.stream().map(Account::number).toList());
        for (int account = 0; account < accounts.size(); account++) {
            String role = accounts.get(account).role();
            if (!role.isEmpty()) {
                roles.put(AccountRole.valueOf(role), account);
            }
        }
    }

    private static List<Account> accounts(Industry industry, Complexity complexity) {
        List<Account> accounts = new ArrayList<>();
        for (String line : ChartTemplate.of(industry)) {
            add(accounts, line.split("\\|", -1), complexity);
        }
        return List.copyOf(accounts);
    }

    /** Adds the account of a template line and its details: number, name, type, subtype, side, control type, role. */
    private static void add(List<Account> accounts, String[] parts, Complexity complexity) {
        int index = accounts.size();
        Account account = new Account(
                parts[0] + "00", parts[1], parts[2], parts[3], parts[4].equals("D"), parts[5], parts[6], -1);
        accounts.add(account);
        boolean single = !account.role().isEmpty() || !account.open() || complexity == Complexity.SMALL;
        String[] details = account.type().equals("EXPENSE") ? FUNCTIONS : DETAILS;
        for (int detail = 0; detail < (single ? 0 : details.length); detail++) {
            int parent = accounts.size();
            accounts.add(detail(account, parts[0] + (detail + 1) + "0", details[detail], index));
            for (int region = 0; region < (complexity == Complexity.LARGE ? REGIONS.length : 0); region++) {
                String name = details[detail] + " " + REGIONS[region];
                accounts.add(detail(account, parts[0] + (detail + 1) + (region + 1), name, parent));
            }
        }
    }

    private static Account detail(Account account, String number, String detail, int parent) {
        return new Account(
                number,
                account.name() + " - " + detail,
                account.type(),
                account.subtype(),
                account.debit(),
                "",
                "",
                parent);
    }

    /** Account numbers; an account's index is its code. */
    public TextDictionary numbers() {
        return numbers;
    }

    /** The account of a role; to be asked for once rather than for each entry. */
    public int account(AccountRole role) {
        return Objects.requireNonNull(roles.get(role), role::name);
    }

    /** The names of the accounts of all industries' small charts. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Industry industry : Industry.values()) {
            for (String line : ChartTemplate.of(industry)) {
                names.add(line.split("\\|", -1)[1]);
            }
        }
        return names;
    }

    /** The name, among {@link #names}, of an account or of the one that it details. */
    public String name(int account) {
        return name(accounts.get(account));
    }

    /** Whether an account is one of expenses. */
    public boolean isExpense(int account) {
        return accounts.get(account).type().equals("EXPENSE");
    }

    /** Whether an account is one of revenues or expenses, which the close of a year brings to zero. */
    public boolean isOfResult(int account) {
        String type = accounts.get(account).type();
        return type.equals("REVENUE") || type.equals("EXPENSE");
    }

    /**
     * The accounts whose numbers begin with given digits and that have no details. A new array.
     *
     * @throws IllegalArgumentException if some digits have no account, or one to which entries cannot be made by hand
     */
    public int[] detailed(List<String> beginnings) {
        for (String beginning : beginnings) {
            if (accounts.stream()
                    .noneMatch(account -> account.open() && account.number().startsWith(beginning))) {
                throw new IllegalArgumentException("no account that begins with " + beginning + " is open");
            }
        }
        return leaves(account -> account.open()
                && beginnings.stream().anyMatch(beginning -> account.number().startsWith(beginning)));
    }

    /** Accounts to which entries can be made by hand, that have no role and no details. */
    private int[] open(Predicate<Account> which) {
        return leaves(account -> account.open() && account.role().isEmpty() && which.test(account));
    }

    private int[] leaves(Predicate<Account> which) {
        int[] found = new int[accounts.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            boolean detailed = i + 1 < found.length && accounts.get(i + 1).parent() == i;
            if (!detailed && which.test(accounts.get(i))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Expense accounts without a role to which entries can be made by hand, by number. A new array. */
    public int[] expenses() {
        return open(account -> account.type().equals("EXPENSE"));
    }

    /** Those of {@link #expenses} whose services are ordered from vendors: no pay, taxes, interest, levies or losses. A new array. */
    public int[] services() {
        return open(account -> account.type().equals("EXPENSE") && !NOT_ORDERED.contains(name(account)));
    }

    private String name(Account account) {
        return account.parent() < 0 ? account.name() : name(accounts.get(account.parent()));
    }

    /** Asset accounts without a role to which entries can be made by hand, such as prepaid expenses. A new array. */
    public int[] assets() {
        return open(account -> account.type().equals("ASSET"));
    }

    /** Liability accounts without a role to which entries can be made by hand, such as accruals. A new array. */
    public int[] liabilities() {
        return open(account -> account.type().equals("LIABILITY"));
    }

    /** Income accounts without a role to which entries can be made by hand. A new array. */
    public int[] income() {
        return open(account -> account.type().equals("REVENUE"));
    }

    /** Equity accounts without a role to which entries can be made by hand; no ordinary entry uses them. A new array. */
    public int[] equity() {
        return open(account -> account.type().equals("EQUITY"));
    }

    /** Whether only documents post to an account. */
    public boolean isControl(int account) {
        return !accounts.get(account).open();
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector number = texts(batch, "gl_account_number", numbers);
        TextVector name = batch.texts("name");
        TextVector type = texts(batch, "type", TextDictionary.of(TYPES));
        TextVector subtype = batch.texts("subtype");
        TextVector side = texts(batch, "normal_balance", TextDictionary.of(SIDES));
        TextVector control = batch.texts("control_type");
        TextVector parent = texts(batch, "parent_account_number", numbers);
        List<String> types = Arrays.asList(TYPES);
        return (index, row) -> {
            Account account = accounts.get(index);
            number.setCode(row, index);
            name.set(row, account.name());
            type.setCode(row, types.indexOf(account.type()));
            subtype.set(row, account.subtype());
            side.setCode(row, account.debit() ? 0 : 1);
            setOrNull(control, row, account.control());
            if (account.parent() < 0) {
                parent.setNull(row);
            } else {
                parent.setCode(row, account.parent());
            }
        };
    }

    private static void setOrNull(TextVector vector, int row, String text) {
        if (text.isEmpty()) {
            vector.setNull(row);
        } else {
            vector.set(row, text);
        }
    }
}
