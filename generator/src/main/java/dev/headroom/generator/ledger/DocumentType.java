package dev.headroom.generator.ledger;

import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.Locale;

/** Kinds of documents, each with the two letters before its ids. */
public enum DocumentType {
    PURCHASE_ORDER(0, "PO"),
    GOODS_RECEIPT(1, "GR"),
    VENDOR_INVOICE(2, "VI"),
    PAYMENT(3, "PY"),
    SALES_ORDER(4, "SO"),
    DELIVERY(5, "DL"),
    CUSTOMER_INVOICE(6, "CI"),
    RECEIPT(7, "RC"),
    /** Has lines, one for each employee, but no record of its own. */
    PAYROLL_RUN(8, "PR"),
    /** Has lines, one for each asset, but no record of its own. */
    DEPRECIATION_RUN(9, "DR"),
    /** A company's return of a month's tax, which has no table of its own. */
    TAX_RETURN(10, "TX");

    private static final DocumentType[] TYPES = values();
    private static final int DIGITS = 10;

    /** Names of the types, by code. */
    public static final TextDictionary NAMES = TextDictionary.of(
            Arrays.stream(TYPES).map(type -> type.lowerCaseName).toList());

    private final int code;
    private final String lowerCaseName;
    private final char first;
    private final char second;

    DocumentType(int code, String prefix) {
        this.code = code;
        this.lowerCaseName = name().toLowerCase(Locale.ROOT);
        this.first = prefix.charAt(0);
        this.second = prefix.charAt(1);
    }

    /** The position of the type in {@link #NAMES}. */
    public int code() {
        return code;
    }

    /** Whether documents of a type that is given by its code have a table: runs and returns have not. */
    public static boolean hasTable(int type) {
        return type < PAYROLL_RUN.code;
    }

    /** Adds a document's id to a dictionary and returns its code. */
    public int addId(LocalTextDictionary dictionary, long number) {
        dictionary.append(first);
        dictionary.append(second);
        dictionary.appendNumber(number, DIGITS);
        return dictionary.endText();
    }

    /** Adds the id of a document of a type that is given by its code to a dictionary, and returns its code. */
    public static int addId(int type, LocalTextDictionary dictionary, long number) {
        return TYPES[type].addId(dictionary, number);
    }
}
