package dev.headroom.app.cli;

import dev.headroom.app.run.Shard;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a shard from the command line. */
final class ShardChoice {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    private ShardChoice() {}

    /** The shard that was written as {@code I/N}. */
    static Shard read(String written) throws CommandFailedException {
        Matcher matcher = FORM.matcher(written);
        if (matcher.matches()) {
            int number = Integer.parseInt(matcher.group(1));
            int count = Integer.parseInt(matcher.group(2));
            if (number >= 1 && number <= count) {
                return new Shard(number, count);
            }
        }
        throw new CommandFailedException(
                ExitCode.BAD_INPUT,
                "--shard: '" + written + "' is not a part of a whole; give I/N, such as 1/3, with I from 1 to N");
    }
}
