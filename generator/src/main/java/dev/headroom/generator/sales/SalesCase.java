package dev.headroom.generator.sales;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.document.ValueAddedTax;
import dev.headroom.generator.master.Budgets;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Customers;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.LogUniform;
import dev.headroom.generator.random.Lognormal;
import dev.headroom.generator.sales.SalesMix.Kind;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the contents of sales whose dates are known. Immutable. */
final class SalesCase {
    private static final Discrete LINES = new Discrete(.4, .22, .13, .08, .06, .04, .03, .02, .01, .01);
    private static final LogUniform HOURS = new LogUniform(2, 400);
    private static final LogUniform SEATS = new LogUniform(1, 500);
    /** An hour's or a case's price, in dollars, where prices are the usual ones. */
    private static final Lognormal SERVICE_PRICES = new Lognormal(4.8, .7, 10, 5_000);
    /** A seat's price for a month, in dollars, where prices are the usual ones. */
    private static final Lognormal SEAT_PRICES = new Lognormal(3.5, .8, 5, 1_000);

    private static final double LISTED = .6;
    private static final int MOST_DISCOUNT_PERCENT = 25;
    /** Of goods that are not booked on the usual account. */
    private static final double SPECIAL = .2;

    // Of the sale; those before are the schedule's.
    private static final int LINE_COUNT = 8;
    private static final int CLERK = 9;
    private static final int LINE = 10;
    // Of a line.
    private static final int QUANTITY = 0;
    private static final int MATERIAL = 1;
    private static final int PRICE = 2;
    private static final int IS_LISTED = 3;
    private static final int DISCOUNT = 4;
    private static final int IS_SPECIAL = 5;
    private static final int ACCOUNT = 6;
    // Of a delivery; those before are the schedule's.
    private static final int RETURNED_QUANTITY = 16;

    private static final LogUniform QUANTITIES = new LogUniform(1, 1000);

    private final Companies companies;
    private final Customers customers;
    private final Materials materials;
    private final Budgets budgets;
    private final Employees employees;
    private final ExchangeRates rates;
    private final int[][] accounts;
    private final int[] taxHundredths;

    SalesCase(LedgerConfiguration configuration, Masters master) {
        this.companies = master.companies();
        this.customers = master.customers();
        this.materials = master.materials();
        this.budgets = master.budgets();
        this.employees = master.employees();
        this.rates = master.exchangeRates();
        SalesMix mix = SalesMix.of(configuration.industry());
        this.accounts = new int[][] {
            accounts(master.accounts(), mix.goods()),
            accounts(master.accounts(), mix.services()),
            accounts(master.accounts(), mix.subscriptions())
        };
        this.taxHundredths = configuration.companies().stream()
                .mapToInt(company -> ValueAddedTax.hundredths(company.country()))
                .toArray();
    }

    /** The accounts in the order of their names, the details of one after each other. */
    private static int[] accounts(ChartOfAccounts chart, List<String> names) {
        return names.stream()
                .flatMapToInt(name -> IntStream.of(chart.detailed(List.of(name))))
                .toArray();
    }

    /** Fills a sale. */
    void fill(Sale sale, SalesSchedule schedule, long ordinal) {
        sale.ordinal = ordinal;
        fillOrder(sale, schedule);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            if (schedule.deliveryDay(delivery) != SalesSchedule.NONE) {
                fillDelivery(sale, schedule, delivery);
            }
            if (schedule.invoiceDay(delivery) != SalesSchedule.NONE) {
                fillInvoice(sale, schedule, delivery);
                fillReturn(sale, schedule, delivery);
                fillSettlements(sale, schedule, delivery);
            }
        }
    }

    private void fillOrder(Sale sale, SalesSchedule schedule) {
        long key = schedule.key();
        int company = schedule.company();
        int customer = schedule.customer();
        int currency = customers.currency(customer);
        int localCurrency = companies.currency(company);
        sale.denomination.set(currency, localCurrency, rates.rate(currency, localCurrency, schedule.orderDay()));
        sale.lines = schedule.kind() == Kind.SUBSCRIPTION ? 1 : 1 + LINES.draw(key, LINE_COUNT);
        for (int line = 0; line < sale.lines; line++) {
            fillOrderLine(sale, schedule, line, Draw.element(key, LINE, line));
        }
        // So that something comes with every delivery, and something of it can be left when a part is credited.
        sale.quantity[0] = Math.max(sale.quantity[0], 2 * schedule.deliveries());
        sale.clerk = employees.pickUser(company, Employees.Job.SALES_CLERK, Draw.bits(key, CLERK));
        long total = sale.orderTotal();
        sale.releasedBy = total > customers.creditLimit(customer)
                ? employees.approver(company, sale.clerk, sale.denomination.local(total))
                : Sale.NONE;
    }

    private void fillOrderLine(Sale sale, SalesSchedule schedule, int line, long lineKey) {
        int[] revenue = accounts[schedule.kind().code()];
        sale.material[line] = Sale.NONE;
        sale.standardCost[line] = 0;
        sale.components[line] = 0;
        sale.account[line] = revenue[Draw.below(lineKey, ACCOUNT, revenue.length)];
        int currency = sale.denomination.currency;
        double level = budgets.priceLevel(schedule.company());
        switch (schedule.kind()) {
            case GOODS -> {
                int company = schedule.company();
                int material = materials.pickSold(company, Draw.bits(lineKey, MATERIAL));
                sale.material[line] = material;
                sale.standardCost[line] = materials.standardCost(company, material);
                fillComponents(sale, company, line);
                sale.quantity[line] = (int) QUANTITIES.draw(lineKey, QUANTITY);
                sale.listPrice[line] =
                        sale.denomination.price(materials.price(company, material, sale.standardCost[line]), 100);
                if (!Draw.happens(lineKey, IS_SPECIAL, SPECIAL)) {
                    sale.account[line] = revenue[0];
                }
            }
            case SERVICE -> {
                sale.quantity[line] = (int) HOURS.draw(lineKey, QUANTITY);
                sale.listPrice[line] = Currencies.hundredths(SERVICE_PRICES.draw(lineKey, PRICE) * level, currency);
            }
            case SUBSCRIPTION -> {
                sale.quantity[line] = (int) SEATS.draw(lineKey, QUANTITY);
                sale.listPrice[line] =
                        schedule.months() * Currencies.hundredths(SEAT_PRICES.draw(lineKey, PRICE) * level, currency);
            }
        }
        boolean listed = Draw.happens(lineKey, IS_LISTED, LISTED);
        int percent = listed ? 0 : 1 + Draw.below(lineKey, DISCOUNT, MOST_DISCOUNT_PERCENT);
        long unit = sale.denomination.unit;
        sale.discountPercent[line] = percent;
        // As little as the least list price, so that a piece is worth something in either currency.
        long price = (sale.listPrice[line] * (100 - percent) + 50 * unit) / (100 * unit) * unit;
        sale.price[line] = Math.max(price, sale.denomination.leastPrice());
    }

    private void fillComponents(Sale sale, int company, int line) {
        int material = sale.material[line];
        sale.components[line] = materials.components(company, material);
        for (int i = 0; i < sale.components[line]; i++) {
            int at = Sale.componentAt(line, i);
            sale.component[at] = materials.component(company, material, i);
            sale.componentQuantity[at] = materials.componentQuantity(material, i);
            sale.componentCost[at] = materials.standardCost(company, sale.component[at]);
        }
    }

    private static void fillDelivery(Sale sale, SalesSchedule schedule, int delivery) {
        Sale.Amounts delivered = sale.deliveries[delivery].invoiced;
        for (int line = 0; line < sale.lines; line++) {
            // Cumulatively, so that roundings add up to that of the whole order.
            long before = (long) sale.quantity[line] * delivery / schedule.deliveries();
            long after = (long) sale.quantity[line] * (delivery + 1) / schedule.deliveries();
            delivered.quantity[line] = (int) (after - before);
            delivered.cost[line] = delivered.quantity[line] * sale.standardCost[line];
        }
    }

    private void fillInvoice(Sale sale, SalesSchedule schedule, int delivery) {
        Sale.Delivery delivered = sale.deliveries[delivery];
        int currency = sale.denomination.currency;
        int localCurrency = sale.denomination.localCurrency;
        delivered.denomination.set(
                currency, localCurrency, rates.rate(currency, localCurrency, schedule.invoiceDay(delivery)));
        sumUp(sale, delivered, delivered.invoiced, taxRate(schedule));
    }

    private int taxRate(SalesSchedule schedule) {
        return customers.isAbroad(schedule.customer(), schedule.company()) ? 0 : taxHundredths[schedule.company()];
    }

    private static void sumUp(Sale sale, Sale.Delivery delivered, Sale.Amounts amounts, int taxRate) {
        amounts.netTotal = 0;
        amounts.localNetTotal = 0;
        for (int line = 0; line < sale.lines; line++) {
            amounts.net[line] = amounts.quantity[line] * sale.price[line];
            amounts.localNet[line] = delivered.denomination.local(amounts.net[line]);
            amounts.netTotal += amounts.net[line];
            amounts.localNetTotal += amounts.localNet[line];
        }
        amounts.tax = delivered.denomination.tax(amounts.netTotal, taxRate);
        amounts.localTax = delivered.denomination.local(amounts.tax);
    }

    private void fillReturn(Sale sale, SalesSchedule schedule, int delivery) {
        if (schedule.creditDay(delivery) == SalesSchedule.NONE && schedule.returnDay(delivery) == SalesSchedule.NONE) {
            return;
        }
        Sale.Delivery delivered = sale.deliveries[delivery];
        Sale.Amounts credited = delivered.credited;
        for (int line = 0; line < sale.lines; line++) {
            credited.quantity[line] = schedule.whole(delivery) ? delivered.invoiced.quantity[line] : 0;
        }
        if (!schedule.whole(delivery)) {
            credited.quantity[0] = Draw.between(
                    schedule.deliveryKey(delivery), RETURNED_QUANTITY, 1, delivered.invoiced.quantity[0] - 1);
        }
        for (int line = 0; line < sale.lines; line++) {
            credited.cost[line] = credited.quantity[line] * sale.standardCost[line];
        }
        sumUp(sale, delivered, credited, taxRate(schedule));
    }

    private void fillSettlements(Sale sale, SalesSchedule schedule, int delivery) {
        Sale.Delivery delivered = sale.deliveries[delivery];
        long cleared = delivered.invoiced.gross();
        long localCleared = delivered.invoiced.localGross();
        if (schedule.writeOffDay(delivery) != SalesSchedule.NONE) {
            delivered.receipt.settle(cleared, localCleared, 0, delivered.denomination, delivered.denomination.rate);
            delivered.receipt.localPaid = localCleared;
        }
        int discount = schedule.discounted(delivery) ? customers.discountHundredths(schedule.customer()) : 0;
        int currency = sale.denomination.currency;
        int localCurrency = sale.denomination.localCurrency;
        int receiptDay = schedule.receiptDay(delivery);
        if (receiptDay != SalesSchedule.NONE) {
            if (schedule.creditedBeforeReceipt(delivery)) {
                cleared -= delivered.credited.gross();
                localCleared -= delivered.credited.localGross();
            }
            long rate = rates.rate(currency, localCurrency, receiptDay);
            delivered.receipt.settle(cleared, localCleared, discount, delivered.denomination, rate);
        }
        int refundDay = schedule.refundDay(delivery);
        if (refundDay != SalesSchedule.NONE) {
            long rate = rates.rate(currency, localCurrency, refundDay);
            Sale.Amounts credited = delivered.credited;
            delivered.refund.settle(credited.gross(), credited.localGross(), discount, delivered.denomination, rate);
        }
    }
}
