package dev.headroom.generator.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueAddedTaxTest {
    @ParameterizedTest
    @CsvSource({"JP, 1000", "CH, 810", "FI, 2550", "HU, 2700", "US, 0", "BR, 0", "AQ, 0"})
    void hasTheStandardRateOfTheCountryOrNone(String country, int hundredths) {
        assertThat(ValueAddedTax.hundredths(country)).isEqualTo(hundredths);
    }
}
