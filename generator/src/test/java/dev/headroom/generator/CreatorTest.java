package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has made a document or a record. */
class CreatorTest {
    private static LedgerConfiguration configuration(long seed, Industry industry, int employees) {
        LedgerConfiguration usual = Configurations.clean(4000);
        return usual.withPeriod(LocalDate.of(2024, 1, 1), 12)
                .withSeed(seed)
                .withIndustry(industry)
                .withMasterData(new LedgerConfiguration.MasterData(200, 300, 500, employees, 20, 50));
    }

    private static void assertMadeBy(Map<String, Row> people, List<Row> made, String title, String day) {
        assertThat(made).isNotEmpty().allSatisfy(row -> {
            Row creator = people.get(row.text("created_by"));
            assertThat(creator.text("job_title")).isEqualTo(title);
            assertThat(row.day(day)).isGreaterThanOrEqualTo(creator.day("hired_on"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, MANUFACTURING, 300",
        "2, RETAIL, 500",
        "3, FINANCIAL_SERVICES, 90",
        "4, HEALTHCARE, 1500",
        "5, TECHNOLOGY, 220",
        "6, RETAIL, 77"
    })
    void ordersAndPartnersAreMadeByThoseWhoseJobItIsOnceTheyAreHired(long seed, Industry industry, int employees) {
        Tabulation data = Tabulation.of(Ledger.of(configuration(seed, industry, employees)), Fidelity.NORMAL, 2048);
        Map<String, Row> people = new HashMap<>();
        Map<String, Row> users = new HashMap<>();
        for (Row employee : data.rows("employees")) {
            people.put(employee.text("employee_id"), employee);
            users.put(employee.text("user_id"), employee);
        }
        assertMadeBy(users, data.rows("purchase_orders"), "Buyer", "order_date");
        assertMadeBy(users, data.rows("sales_orders"), "Sales Clerk", "order_date");
        assertMadeBy(people, data.rows("vendors"), "Buyer", "created_on");
        assertMadeBy(people, data.rows("customers"), "Sales Clerk", "created_on");
    }
}
