package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("guard")
class TextTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void findsTheFieldsOfStatm() {
        byte[] statm = bytes("765 415 387 5 0 123 0\n");

        assertThat(Text.numberAt(statm, statm.length, 1)).isEqualTo(415);
        assertThat(Text.numberAt(statm, statm.length, 2)).isEqualTo(387);
        assertThat(Text.numberAt(statm, statm.length, 7)).isEqualTo(Text.ABSENT);
    }

    @Test
    void findsAKeyOnlyAsAWholeWordAtTheStartOfALine() {
        byte[] stat = bytes("swapcached 3\ncache 9326592\nactive_file 290816\ntotal_active_file 41451520\n");

        assertThat(Text.numberOf(stat, stat.length, Text.key("active_file"))).isEqualTo(290816);
        assertThat(Text.numberOf(stat, stat.length, Text.key("total_active_file")))
                .isEqualTo(41451520);
        assertThat(Text.numberOf(stat, stat.length, Text.key("cach"))).isEqualTo(Text.ABSENT);
        assertThat(Text.numberOf(stat, stat.length, Text.key("swap"))).isEqualTo(Text.ABSENT);
    }

    @Test
    void findsKeysWithAColonAndTabs() {
        byte[] status = bytes("Name:\tjava\nRssAnon:\t   17408 kB\nRssShmem:\t       4 kB\n");

        assertThat(Text.numberOf(status, status.length, Text.key("RssShmem:"))).isEqualTo(4);
    }

    @Test
    void findsTheTotalOfPressure() {
        byte[] pressure = bytes("some avg10=0.00 avg60=0.01 avg300=0.00 total=1234567\nfull avg10=0.00 total=9\n");

        assertThat(Text.numberBehind(pressure, pressure.length, Text.key("some"), Text.key("total=")))
                .isEqualTo(1234567);
        assertThat(Text.numberBehind(pressure, pressure.length, Text.key("full"), Text.key("total=")))
                .isEqualTo(9);
        assertThat(Text.numberBehind(pressure, pressure.length, Text.key("none"), Text.key("total=")))
                .isEqualTo(Text.ABSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;1", "0-3;4", "0-3,7;5", "1,3,5-6;4"})
    void countsCpuLists(String list, long count) {
        byte[] text = bytes(list + "\n");

        assertThat(Text.countOfList(text, text.length, 0)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"max", "''", "-1", "99999999999999999999"})
    void whatIsNoNumberIsAbsent(String text) {
        assertThat(Text.numberFrom(bytes(text), text.length(), 0)).isEqualTo(Text.ABSENT);
    }

    @Test
    void nothingWasReadIsAbsent() {
        assertThat(Text.numberOf(new byte[8], HeldFile.FAILED, Text.key("a"))).isEqualTo(Text.ABSENT);
        assertThat(Text.numberAt(new byte[8], HeldFile.FAILED, 0)).isEqualTo(Text.ABSENT);
        assertThat(Text.numberFrom(new byte[8], HeldFile.FAILED, 0)).isEqualTo(Text.ABSENT);
    }
}
