package dev.headroom.app.run;

/** Ends a worker because another one has failed; the other one's failure is the one to report. */
final class RunAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunAbortedException() {
        super("another worker has failed", null, false, false);
    }
}
