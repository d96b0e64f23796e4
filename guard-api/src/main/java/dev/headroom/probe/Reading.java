package dev.headroom.probe;

import java.util.OptionalLong;

/**
 * One measured number: a value, unlimited, or unknown with a reason. It is mutable and belongs to the caller, so that reading
 * allocates nothing. Used by one thread at a time.
 */
public final class Reading {
    /** What kind of answer a reading is. */
    public enum Kind {
        /** There is a number. */
        VALUE,
        /** There is no bound; only limits can be this. */
        UNLIMITED,
        /** Nobody knows, and there is a reason. */
        UNKNOWN
    }

    private Kind kind = Kind.UNKNOWN;
    private long value;
    private String note = "not read yet";

    /** Makes a reading that is unknown, as it was not read yet. */
    public Reading() {}

    /**
     * Makes this a value.
     *
     * @param newValue the number, at least 0
     */
    public void set(long newValue) {
        if (newValue < 0) {
            setUnknown("a negative number was read");
        } else {
            kind = Kind.VALUE;
            value = newValue;
            note = "";
        }
    }

    /** Makes this unlimited. */
    public void setUnlimited() {
        kind = Kind.UNLIMITED;
        value = 0;
        note = "";
    }

    /**
     * Makes this unknown.
     *
     * @param reason why, in a few words; a constant where nothing may be allocated
     */
    public void setUnknown(String reason) {
        kind = Kind.UNKNOWN;
        value = 0;
        note = reason.isEmpty() ? "the probe does not say why" : reason;
    }

    /**
     * Makes this equal to another reading.
     *
     * @param other the reading to copy
     */
    public void set(Reading other) {
        kind = other.kind;
        value = other.value;
        note = other.note;
    }

    /**
     * Returns what kind of answer this is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Tells whether there is a number.
     *
     * @return whether {@link #value()} may be called
     */
    public boolean isValue() {
        return kind == Kind.VALUE;
    }

    /**
     * Tells whether there is no bound.
     *
     * @return whether this is unlimited
     */
    public boolean isUnlimited() {
        return kind == Kind.UNLIMITED;
    }

    /**
     * Tells whether nobody knows.
     *
     * @return whether this is unknown
     */
    public boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    /**
     * Returns the number, in the unit that the owner of the reading states.
     *
     * @return the number, at least 0
     * @throws IllegalStateException if there is none
     */
    public long value() {
        if (kind != Kind.VALUE) {
            throw new IllegalStateException("There is no value: " + this);
        }
        return value;
    }

    /**
     * Returns the number or something else.
     *
     * @param other what to return if this is not a value
     * @return the number, or {@code other}
     */
    public long valueOr(long other) {
        return kind == Kind.VALUE ? value : other;
    }

    /**
     * Returns the number, if there is one. For display; allocates.
     *
     * @return the number, or empty if this is unlimited or unknown
     */
    public OptionalLong asOptional() {
        return kind == Kind.VALUE ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /**
     * Returns why this is unknown.
     *
     * @return the reason; empty if this is not unknown
     */
    public String reason() {
        return note;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case VALUE -> Long.toString(value);
            case UNLIMITED -> "unlimited";
            case UNKNOWN -> "unknown (" + note + ")";
        };
    }
}
