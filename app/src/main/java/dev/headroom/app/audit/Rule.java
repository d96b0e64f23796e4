package dev.headroom.app.audit;

import java.util.Locale;

/** A rule of accounting that is proven, with its statement as the documentation has it. */
enum Rule {
    /** Forms and nulls. */
    VALUES("each value has the form of its column's type, and none is missing where it must be there"),
    /** Primary keys, and what references point to. */
    KEYS("no primary key, and nothing that references point to, occurs twice"),
    /** Declared references, and those by type and id. */
    REFERENCES("each reference has the row that it points to"),
    /** Labels and rows. */
    LABELS("each label has its row, with the value that it names, in the order of the rows"),

    /** Numbering. */
    ENTRY_NUMBERS("journal_id is company, fiscal year and a number; numbers have no gap in both"),
    /** Lines of an entry. */
    ENTRY_LINES("lines of an entry stand together, are numbered from 1 without gap, and repeat the same header"),
    /** Balance of an entry. */
    ENTRY_BALANCE("debits equal credits in each entry, in all three amounts"),
    /** One side of a line. */
    LINE_SIDES("each line is D or C, and its amounts are above zero"),
    /** Balance of a company. */
    COMPANY_BALANCE("debits equal credits in each company and period, in local and reporting amounts"),
    /** Currencies of an entry. */
    ENTRY_CURRENCIES(
            "local amounts are in the company's currency, reporting ones in one; amounts in equal currencies are equal"),
    /** Exchange rates of entries. */
    ENTRY_RATES("local and reporting amounts of lines are at the rate of the entry's month, an invoice's at that of its"
            + " document, a reversal's at that of what it reverses; one line of an entry takes what rounding leaves"),
    /** Fiscal periods. */
    ENTRY_PERIODS(
            "the effective date is in the entry's fiscal year and period; period 13 is that of closing entries, and of no"
                    + " others"),
    /** Open window. */
    POSTING_WINDOW("entered_date is within the days on which the period was open"),
    /** Dates of an entry. */
    ENTRY_DATES("no voucher is dated after its posting, and no approval before the entry"),
    /** Control accounts. */
    CONTROL_ACCOUNTS("only documents, and runs of payroll, assets, tax and closing, post to control accounts"),
    /** Segregation of duties. */
    ENTRY_APPROVAL("entries of people are approved by the first manager upward whose limit covers the debits"),
    /** Automated entries. */
    AUTOMATED_ENTRIES(
            "manual and adjustment entries are made by people, all others by systems, which have no approver"),
    /** Reversals. */
    REVERSALS(
            "a reversal and its entry name one another, and have the same accounts and amounts on other sides, in months"
                    + " that follow one another"),
    /** Documents of entries. */
    ENTRY_DOCUMENTS("a document and its entry name one another and have one company and date"),

    /** Posting of goods receipts. */
    POSTS_GOODS_RECEIPT(
            "a goods receipt credits GR/IR with the value of its lines and debits inventory with the standard cost of"
                    + " what is put to stock, a return the reverse"),
    /** Posting of vendor invoices. */
    POSTS_VENDOR_INVOICE("a vendor invoice credits AP with its gross and debits its tax, a credit memo the reverse"),
    /** Posting of payments. */
    POSTS_PAYMENT("a payment debits AP with what it clears and credits the bank with what leaves it"),
    /** Posting of deliveries. */
    POSTS_DELIVERY("a delivery credits inventory with the cost of its lines, a return debits it"),
    /** Posting of customer invoices. */
    POSTS_CUSTOMER_INVOICE(
            "a customer invoice debits AR with its gross and credits its tax, a credit memo the reverse"),
    /** Posting of receipts. */
    POSTS_RECEIPT("a receipt credits AR with what it clears and debits the bank with what reaches it; a refund the"
            + " reverse; a write-off has no bank"),
    /** Posting of production. */
    POSTS_PRODUCTION(
            "goods are made within two weeks before they are delivered: an entry debits their standard cost to inventory, and"
                    + " credits that of their components by the bill of material"),
    /** Posting of payroll runs. */
    POSTS_PAYROLL(
            "the entry of a payroll run credits net pay, withholdings and employer charges of its lines; its"
                    + " pay-out debits net pay until the end of the next month, its remittance the rest from the 15th of it on, each exactly once"),
    /** Posting of depreciation runs. */
    POSTS_DEPRECIATION("the entry of a depreciation run credits fixed assets with what its lines depreciate"),

    /** Lines of documents. */
    LINE_AMOUNTS(
            "each line's amount is quantity times price, of a receipt at the order's price and rate, of a delivery at standard"
                    + " cost"),
    /** Totals of orders. */
    ORDER_TOTALS("each order has lines, and their total"),
    /** Totals of invoices. */
    INVOICE_TOTALS("each invoice has lines and their net amount; gross is net and tax"),
    /** Taxes of invoices. */
    INVOICE_TAXES(
            "the tax of a company's invoices from vendors, and of those to customers, is one share of net for all partners of its"
                    + " own country, and none for others"),
    /** Parties of documents. */
    DOCUMENT_PARTIES("documents that follow one another have one company, and one vendor or customer"),
    /** Order in time. */
    DOCUMENT_DATES("order, receipt or delivery, invoice, and credit memo or payment follow one another in time"),
    /** Receipts. */
    RECEIVED_QUANTITIES("no more is received than ordered, and no more returned than received"),
    /** Deliveries. */
    DELIVERED_QUANTITIES("no more is delivered than ordered, and no more returned than delivered"),
    /** Invoices. */
    INVOICED_QUANTITIES("no more is invoiced than delivered, and no more credited than invoiced"),
    /** Matching. */
    THREE_WAY_MATCH("match_status says whether an invoice is equal to order and receipt, within tolerance (price 5 %,"
            + " quantity 2 %, 0.01) or neither; only then it is blocked"),
    /** Blocked invoices. */
    BLOCKED_INVOICES(
            "nothing is paid of an invoice that is blocked, as an unmatched one is until a credit memo has corrected it"),
    /** Exchange rates of documents. */
    DOCUMENT_RATES(
            "orders and invoices to customers have the rate of their month, invoices of vendors that of their order,"
                    + " credit memos that of their invoice, in one currency each; what passes through the bank is at the"
                    + " rate of its month"),
    /** Allocations of an invoice. */
    ALLOCATIONS("no more of an invoice is cleared than its gross amount, in its currency"),
    /** Discounts. */
    DISCOUNTS(
            "a discount is that of the partner's terms, and taken within their days; one of a credit memo as its invoice had it"),
    /** Write-offs. */
    WRITE_OFFS("what is written off of an invoice is all that is open of it, 90 days or more after it was due"),
    /** Allocations of a payment. */
    PAYMENTS_ALLOCATED("what a payment or receipt clears, less discounts, is its amount"),
    /** GR/IR. */
    GRIR_CLEARS("GR/IR is zero for an order that is fully received and invoiced"),
    /** Approval of orders. */
    ORDER_APPROVAL("a purchase order is approved by the first manager upward whose limit covers it"),
    /** Release of orders. */
    CREDIT_RELEASE(
            "a sales order is released if, and only if, it is above the customer's credit limit: by the first manager"
                    + " upward whose own limit covers it"),
    /** Deferred revenue. */
    DEFERRED_REVENUE(
            "of an invoice whose revenue is spread over months all is deferred, and an equal part released in each"),

    /** Rows of the trial balance. */
    TRIAL_BALANCE_LINES("each row of the trial balance has the debits, credits and lines of its account and period"),
    /** Opening and closing. */
    TRIAL_BALANCE_CONTINUITY("beginning, debits and credits are the ending balance, with which the next period begins"),
    /** Zero sum. */
    TRIAL_BALANCE_ZERO(
            "at the end of each period, that of a close included, balances of all accounts add up to zero: assets are"
                    + " liabilities, equity and result"),
    /** Year close. */
    YEAR_CLOSE("revenue and expense accounts are zero after period 13"),
    /** Tax. */
    TAX_RETURNS(
            "a tax return leaves nothing of a month on accounts of tax but what is to be paid, or refunded, from the 15th of"
                    + " the next month on"),
    /** Banks. */
    BANK_BALANCES("no bank account ends a period below zero"),
    /** Valuation of what is owed in foreign currencies. */
    REVALUATIONS(
            "what is owed in foreign currencies is valued at the rate of each month, and the valuation reversed in the next"),
    /** Open items of invoices and orders. */
    OPEN_ITEMS(
            "open items are what was not cleared of each invoice, in its currency and the company's, and each order's GR/IR,"
                    + " and no others"),
    /** Subledger and ledger. */
    OPEN_ITEM_BALANCES("open items of AR, AP and GR/IR add up to the balances of their accounts"),
    /** Stock quantities. */
    INVENTORY_QUANTITIES("stock at the beginning, received and issued is that at the end, never below zero"),
    /** Movements of stock. */
    INVENTORY_MOVES(
            "what is received and issued of a material in a period is what lines of receipts, deliveries and returns have,"
                    + " and what is made and used for them"),
    /** Stock values. */
    INVENTORY_VALUES("stock is valued at standard cost, and its values add up to the balances of the accounts"),
    /** Payroll. */
    PAYROLL_LINES("gross is net and withholdings, and the employee is one of the company at that time"),
    /** Depreciation. */
    DEPRECIATION_LINES(
            "what is depreciated of an asset adds up month after month, in a straight line over its life from"
                    + " the month after its acquisition to its cost less salvage value"),

    /** The graph. */
    GRAPH_FLAGS("nodes and edges of entries have the anomaly flag if, and only if, a label names the entry");

    private final String statement;

    Rule(String statement) {
        this.statement = statement;
    }

    /** The rule's name, such as entry-balance. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds. */
    String statement() {
        return statement;
    }
}
