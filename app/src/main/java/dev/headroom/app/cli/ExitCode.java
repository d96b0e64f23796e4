package dev.headroom.app.cli;

/** What the exit code of the process says. */
enum ExitCode {
    DONE(0, "Done; also where there was nothing left to resume or repair."),
    INTERNAL_ERROR(1, "An internal error; --debug shows more."),
    BAD_INPUT(
            2,
            "Bad usage, configuration or input; an output directory that is not empty, without --overwrite; a directory"
                    + " in use; a run that cannot be resumed, repaired or merged. Nothing was changed, but that a run which"
                    + " --overwrite replaces may be gone."),
    STOPPED(
            3,
            "Stopped by a guard, a full disk, a failing sink or an exhausted heap; what is there is sound, and"
                    + " 'headroom resume', or 'headroom repair' for a repair, goes on. A merge keeps nothing: merge again."),
    VIOLATIONS(4, "Verification found violations; each is told on standard output."),
    INTERRUPTED(130, "Stopped by Ctrl-C (SIGINT); otherwise as 3."),
    TERMINATED(143, "Stopped by SIGTERM; otherwise as 3.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
