package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart of accounts before it is detailed. A line is {@code number|name|type|subtype|normal balance|control type|role}; numbers have
 * four digits. What earns money and what it costs depends on the industry, the rest does not.
 */
final class ChartTemplate {
    private static final String COMMON = """
            1000|Cash in Bank|ASSET|CASH|D|BANK|BANK
            1010|Petty Cash|ASSET|CASH|D||
            1020|Cash in Transit|ASSET|CASH|D||
            1100|Trade Receivables|ASSET|RECEIVABLES|D|AR|ACCOUNTS_RECEIVABLE
            1190|Allowance for Doubtful Accounts|ASSET|RECEIVABLES|C||ALLOWANCE_FOR_DOUBTFUL_ACCOUNTS
            1195|Foreign Currency Valuation|ASSET|RECEIVABLES|D||FX_REVALUATION
            1200|Other Receivables|ASSET|OTHER_CURRENT_ASSETS|D||
            1210|Employee Advances|ASSET|OTHER_CURRENT_ASSETS|D||
            1220|Deposits Paid|ASSET|OTHER_CURRENT_ASSETS|D||
            1230|Receivables from Affiliates|ASSET|OTHER_CURRENT_ASSETS|D||
            1240|Input Tax|ASSET|TAX|D|TAX|INPUT_TAX
            1300|Raw Materials and Merchandise|ASSET|INVENTORY|D|INVENTORY|INVENTORY
            1310|Finished Goods|ASSET|INVENTORY|D|INVENTORY|FINISHED_GOODS
            1400|Prepaid Insurance|ASSET|PREPAID_EXPENSES|D||
            1410|Prepaid Rent|ASSET|PREPAID_EXPENSES|D||
            1420|Prepaid Software and Licences|ASSET|PREPAID_EXPENSES|D||
            1430|Other Prepaid Expenses|ASSET|PREPAID_EXPENSES|D||
            1500|Fixed Assets|ASSET|FIXED_ASSETS|D|FIXED_ASSETS|FIXED_ASSETS
            1590|Accumulated Depreciation|ASSET|FIXED_ASSETS|C|FIXED_ASSETS|ACCUMULATED_DEPRECIATION
            1700|Investments|ASSET|NON_CURRENT_ASSETS|D||
            1710|Long-Term Deposits|ASSET|NON_CURRENT_ASSETS|D||
            2000|Trade Payables|LIABILITY|PAYABLES|C|AP|ACCOUNTS_PAYABLE
            2010|Goods Received Not Invoiced|LIABILITY|PAYABLES|C|GRIR|GOODS_RECEIVED_NOT_INVOICED
            2100|Accrued Expenses|LIABILITY|ACCRUALS|C||ACCRUED_EXPENSES
            2110|Accrued Bonuses|LIABILITY|ACCRUALS|C||
            2120|Accrued Interest|LIABILITY|ACCRUALS|C||
            2130|Accrued Audit Fees|LIABILITY|ACCRUALS|C||
            2140|Warranty Provision|LIABILITY|PROVISIONS|C||
            2150|Restructuring Provision|LIABILITY|PROVISIONS|C||
            2200|Output Tax|LIABILITY|TAX|C|TAX|OUTPUT_TAX
            2210|Tax Payable|LIABILITY|TAX|C|TAX|TAX_PAYABLE
            2220|Income Tax Payable|LIABILITY|TAX|C||
            2300|Wages Payable|LIABILITY|PAYROLL|C|PAYROLL|WAGES_PAYABLE
            2310|Withholdings Payable|LIABILITY|PAYROLL|C|PAYROLL|WITHHOLDINGS_PAYABLE
            2400|Deferred Revenue|LIABILITY|DEFERRED_REVENUE|C||DEFERRED_REVENUE
            2500|Payables to Affiliates|LIABILITY|OTHER_LIABILITIES|C||
            2510|Other Liabilities|LIABILITY|OTHER_LIABILITIES|C||
            2520|Customer Deposits|LIABILITY|OTHER_LIABILITIES|C||
            2600|Long-Term Loans|LIABILITY|LOANS|C||
            2610|Lease Liabilities|LIABILITY|LOANS|C||
            2900|Suspense|LIABILITY|OTHER_LIABILITIES|C||SUSPENSE
            2910|Legacy System Clearing|LIABILITY|OTHER_LIABILITIES|C||DORMANT
            3000|Share Capital|EQUITY|CAPITAL|C||SHARE_CAPITAL
            3100|Capital Reserve|EQUITY|CAPITAL|C||
            3200|Retained Earnings|EQUITY|RETAINED_EARNINGS|C||RETAINED_EARNINGS
            4700|Discounts Received|REVENUE|OTHER_INCOME|C||DISCOUNTS_RECEIVED
            4710|Foreign Exchange Gains|REVENUE|OTHER_INCOME|C||FX_GAIN
            4720|Interest Income|REVENUE|OTHER_INCOME|C||
            4730|Rental Income|REVENUE|OTHER_INCOME|C||
            4740|Gains on Disposal of Assets|REVENUE|OTHER_INCOME|C||
            4750|Insurance Recoveries|REVENUE|OTHER_INCOME|C||
            4760|Other Operating Income|REVENUE|OTHER_INCOME|C||
            4900|Sales Returns and Allowances|REVENUE|REVENUE|D||SALES_RETURNS
            4910|Discounts Granted|REVENUE|REVENUE|D||DISCOUNTS_GRANTED
            5800|Purchase Price Variance|EXPENSE|COST_OF_SALES|D||PRICE_VARIANCE
            5810|Purchased Supplies|EXPENSE|COST_OF_SALES|D||PURCHASED_SUPPLIES
            6000|Wages and Salaries|EXPENSE|PERSONNEL|D||WAGES
            6010|Social Charges|EXPENSE|PERSONNEL|D||SOCIAL_CHARGES
            6020|Bonuses|EXPENSE|PERSONNEL|D||
            6030|Temporary Staff|EXPENSE|PERSONNEL|D||
            6040|Training|EXPENSE|PERSONNEL|D||
            6050|Recruitment|EXPENSE|PERSONNEL|D||
            6060|Employee Benefits|EXPENSE|PERSONNEL|D||
            6100|Rent|EXPENSE|OCCUPANCY|D||
            6110|Electricity|EXPENSE|OCCUPANCY|D||
            6120|Heating and Water|EXPENSE|OCCUPANCY|D||
            6130|Cleaning|EXPENSE|OCCUPANCY|D||
            6140|Building Maintenance|EXPENSE|OCCUPANCY|D||
            6150|Property Tax|EXPENSE|OCCUPANCY|D||
            6200|Office Supplies|EXPENSE|ADMINISTRATION|D||
            6210|Postage and Courier|EXPENSE|ADMINISTRATION|D||
            6220|Telephone and Internet|EXPENSE|ADMINISTRATION|D||
            6230|Legal Fees|EXPENSE|ADMINISTRATION|D||
            6240|Audit and Accounting Fees|EXPENSE|ADMINISTRATION|D||
            6250|Consulting Fees|EXPENSE|ADMINISTRATION|D||
            6260|Bank Charges|EXPENSE|ADMINISTRATION|D||
            6270|Insurance|EXPENSE|ADMINISTRATION|D||
            6280|Subscriptions and Dues|EXPENSE|ADMINISTRATION|D||
            6290|Donations|EXPENSE|ADMINISTRATION|D||
            6300|Software Licences|EXPENSE|TECHNOLOGY|D||
            6310|Hardware below Capitalisation Limit|EXPENSE|TECHNOLOGY|D||
            6320|Hosting and Data Centre|EXPENSE|TECHNOLOGY|D||
            6400|Travel|EXPENSE|SELLING|D||
            6410|Meals and Entertainment|EXPENSE|SELLING|D||
            6420|Advertising|EXPENSE|SELLING|D||
            6430|Trade Fairs|EXPENSE|SELLING|D||
            6440|Sales Commissions|EXPENSE|SELLING|D||
            6450|Vehicle Costs|EXPENSE|SELLING|D||
            6500|Repairs and Maintenance|EXPENSE|OPERATIONS|D||
            6510|Equipment Rental|EXPENSE|OPERATIONS|D||
            6520|Waste Disposal|EXPENSE|OPERATIONS|D||
            6530|Safety and Environment|EXPENSE|OPERATIONS|D||
            6600|Depreciation|EXPENSE|DEPRECIATION|D||DEPRECIATION
            6700|Bad Debt|EXPENSE|OTHER_EXPENSES|D||BAD_DEBT
            6710|Losses on Disposal of Assets|EXPENSE|OTHER_EXPENSES|D||
            6720|Other Operating Expenses|EXPENSE|OTHER_EXPENSES|D||
            7000|Interest Expense|EXPENSE|FINANCE|D||
            7010|Foreign Exchange Losses|EXPENSE|FINANCE|D||FX_LOSS
            7100|Income Tax|EXPENSE|INCOME_TAX|D||
            """;

    private ChartTemplate() {}

    /** The lines for an industry, by number. */
    static List<String> of(Industry industry) {
        List<String> lines = new ArrayList<>(COMMON.lines().toList());
        lines.addAll(own(industry).lines().toList());
        lines.sort(null);
        return lines;
    }

    private static String own(Industry industry) {
        return switch (industry) {
            case MANUFACTURING -> """
                    4000|Product Sales|REVENUE|REVENUE|C||REVENUE
                    4010|Spare Parts Sales|REVENUE|REVENUE|C||
                    4020|Service and Repair Revenue|REVENUE|REVENUE|C||
                    4030|Scrap Sales|REVENUE|REVENUE|C||
                    5000|Cost of Goods Sold|EXPENSE|COST_OF_SALES|D||COST_OF_GOODS_SOLD
                    5010|Absorbed Production Cost|EXPENSE|COST_OF_SALES|C||ABSORBED_PRODUCTION_COST
                    5020|Scrap and Rework|EXPENSE|COST_OF_SALES|D||
                    5030|Tooling|EXPENSE|COST_OF_SALES|D||
                    5040|Inbound Freight|EXPENSE|COST_OF_SALES|D||
                    5050|Subcontracted Work|EXPENSE|COST_OF_SALES|D||
                    5060|Factory Consumables|EXPENSE|COST_OF_SALES|D||
                    """;
            case RETAIL -> """
                    4000|Store Sales|REVENUE|REVENUE|C||REVENUE
                    4010|Online Sales|REVENUE|REVENUE|C||
                    4020|Gift Card Breakage|REVENUE|REVENUE|C||
                    4030|Supplier Promotion Income|REVENUE|REVENUE|C||
                    5000|Cost of Merchandise Sold|EXPENSE|COST_OF_SALES|D||COST_OF_GOODS_SOLD
                    5010|Absorbed Handling Cost|EXPENSE|COST_OF_SALES|C||ABSORBED_PRODUCTION_COST
                    5020|Shrinkage|EXPENSE|COST_OF_SALES|D||
                    5030|Markdowns|EXPENSE|COST_OF_SALES|D||
                    5040|Inbound Freight|EXPENSE|COST_OF_SALES|D||
                    5050|Store Displays|EXPENSE|COST_OF_SALES|D||
                    5060|Card Processing Fees|EXPENSE|COST_OF_SALES|D||
                    """;
            case FINANCIAL_SERVICES -> """
                    4000|Fee and Commission Income|REVENUE|REVENUE|C||REVENUE
                    4010|Advisory Fees|REVENUE|REVENUE|C||
                    4020|Custody Fees|REVENUE|REVENUE|C||
                    4030|Trading Income|REVENUE|REVENUE|C||
                    5000|Cost of Services|EXPENSE|COST_OF_SALES|D||COST_OF_GOODS_SOLD
                    5010|Absorbed Servicing Cost|EXPENSE|COST_OF_SALES|C||ABSORBED_PRODUCTION_COST
                    5020|Market Data|EXPENSE|COST_OF_SALES|D||
                    5030|Clearing and Settlement Fees|EXPENSE|COST_OF_SALES|D||
                    5040|Brokerage Paid|EXPENSE|COST_OF_SALES|D||
                    5050|Regulatory Levies|EXPENSE|COST_OF_SALES|D||
                    5060|Card and Payment Network Fees|EXPENSE|COST_OF_SALES|D||
                    """;
            case HEALTHCARE -> """
                    4000|Patient Service Revenue|REVENUE|REVENUE|C||REVENUE
                    4010|Outpatient Revenue|REVENUE|REVENUE|C||
                    4020|Laboratory Revenue|REVENUE|REVENUE|C||
                    4030|Grant Revenue|REVENUE|REVENUE|C||
                    5000|Cost of Care|EXPENSE|COST_OF_SALES|D||COST_OF_GOODS_SOLD
                    5010|Absorbed Treatment Cost|EXPENSE|COST_OF_SALES|C||ABSORBED_PRODUCTION_COST
                    5020|Pharmaceuticals|EXPENSE|COST_OF_SALES|D||
                    5030|Medical Consumables|EXPENSE|COST_OF_SALES|D||
                    5040|Laboratory Services|EXPENSE|COST_OF_SALES|D||
                    5050|Agency Physicians|EXPENSE|COST_OF_SALES|D||
                    5060|Sterilisation and Linen|EXPENSE|COST_OF_SALES|D||
                    """;
            case TECHNOLOGY -> """
                    4000|Subscription Revenue|REVENUE|REVENUE|C||REVENUE
                    4010|Licence Revenue|REVENUE|REVENUE|C||
                    4020|Professional Services Revenue|REVENUE|REVENUE|C||
                    4030|Hardware Sales|REVENUE|REVENUE|C||
                    5000|Cost of Revenue|EXPENSE|COST_OF_SALES|D||COST_OF_GOODS_SOLD
                    5010|Absorbed Delivery Cost|EXPENSE|COST_OF_SALES|C||ABSORBED_PRODUCTION_COST
                    5020|Cloud Infrastructure|EXPENSE|COST_OF_SALES|D||
                    5030|Customer Support|EXPENSE|COST_OF_SALES|D||
                    5040|Third-Party Licences|EXPENSE|COST_OF_SALES|D||
                    5050|Contractors|EXPENSE|COST_OF_SALES|D||
                    5060|Content Delivery|EXPENSE|COST_OF_SALES|D||
                    """;
        };
    }
}
