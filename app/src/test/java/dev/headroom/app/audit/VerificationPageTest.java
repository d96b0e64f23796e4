package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.DocumentedPage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VerificationPageTest {
    @Test
    void thePageListsEveryRule() throws Exception {
        StringBuilder text = new StringBuilder("| rule | what holds |\n|---|---|\n");
        for (Rule rule : Rule.values()) {
            text.append("| `")
                    .append(rule.key())
                    .append("` | ")
                    .append(rule.statement())
                    .append(" |\n");
        }
        new DocumentedPage("verification.md").has("rules", text.toString());
    }

    @Test
    void namesAreLikeThoseOfCommands() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::key)).allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
    }
}
