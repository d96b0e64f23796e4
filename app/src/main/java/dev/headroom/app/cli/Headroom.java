package dev.headroom.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the packaged application. */
@Command(
        name = "headroom",
        mixinStandardHelpOptions = true,
        version = "headroom 0.1.0-SNAPSHOT",
        description = "Generates enterprise accounting data inside the memory, disk and CPU it is given.")
public final class Headroom implements Runnable {

    private Headroom() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the command line's words
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Headroom()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
