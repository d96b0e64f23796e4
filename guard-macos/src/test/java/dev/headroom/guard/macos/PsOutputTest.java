package dev.headroom.guard.macos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("guard")
class PsOutputTest {
    @Test
    void kilobytesBecomeBytes() {
        assertThat(PsOutput.residentBytes("  4080\n")).isEqualTo(4080L * 1024);
        assertThat(PsOutput.residentBytes("123456 \r\n")).isEqualTo(123456L * 1024);
        assertThat(PsOutput.residentBytes("\n 999999999999\n")).isEqualTo(999_999_999_999L * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "   \n",
                "40",
                "  4080",
                "0\n",
                "-1\n",
                "4080,5\n",
                "4.080\n",
                "4 080\n",
                "٤٠٨٠\n",
                "RSS\n",
                "RSS\n4080\n",
                "12345678901234567890\n",
                "ps: 1: no such process\n"
            })
    void anythingElseIsUnreadable(String output) {
        assertThat(PsOutput.residentBytes(output)).isEqualTo(PsOutput.UNREADABLE);
    }
}
