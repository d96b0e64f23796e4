package dev.headroom.guard;

/** More memory is in use than the hard limit allows. */
public final class MemoryLimitExceededException extends ResourceExhaustedException {
    private static final long serialVersionUID = 1L;

    private final long usage;
    private final long limit;

    MemoryLimitExceededException(long usage, long limit, String source) {
        super("Memory in use, " + usage + " bytes, is beyond the limit of " + limit + " bytes (" + source + ")");
        this.usage = usage;
        this.limit = limit;
    }

    /**
     * Returns what was in use.
     *
     * @return bytes
     */
    public long usage() {
        return usage;
    }

    /**
     * Returns what may be in use.
     *
     * @return bytes
     */
    public long limit() {
        return limit;
    }
}
