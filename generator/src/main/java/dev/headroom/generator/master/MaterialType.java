package dev.headroom.generator.master;

import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.Locale;

/** What a company does with a material. */
public enum MaterialType {
    /** Bought, kept in stock, and used for finished goods. */
    RAW(0, AccountRole.INVENTORY),
    /** Made of raw material, kept in stock, and sold. */
    FINISHED(1, AccountRole.FINISHED_GOODS),
    /** Bought, kept in stock, and sold as it is. */
    TRADING(2, AccountRole.INVENTORY),
    /** Bought, and used up as it comes: no stock is kept of it. */
    SUPPLY(3, AccountRole.PURCHASED_SUPPLIES);

    private static final MaterialType[] TYPES = values();

    /** Names of the types, by code. */
    static final TextDictionary NAMES = TextDictionary.of(Arrays.stream(TYPES)
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList());

    private final int code;
    private final AccountRole account;

    MaterialType(int code, AccountRole account) {
        this.code = code;
        this.account = account;
    }

    /** The position of the type in {@link #NAMES}. */
    int code() {
        return code;
    }

    /** The account on which what comes of it is posted: one of inventory, or an expense. */
    public AccountRole account() {
        return account;
    }

    /** Whether it is kept in stock, with a number of units that are worth the standard cost each. */
    public boolean stocked() {
        return this != SUPPLY;
    }
}
