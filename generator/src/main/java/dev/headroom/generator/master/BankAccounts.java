package dev.headroom.generator.master;

import java.util.List;

/** Bank accounts: IBANs with national check digits and those of ISO 13616, or what a country without IBANs uses. */
final class BankAccounts {
    private static final List<String> BRITISH_BANKS = List.of("BARC", "HBUK", "LOYD", "NWBK", "MIDL");
    private static final List<String> DUTCH_BANKS = List.of("ABNA", "INGB", "RABO", "TRIO");

    private BankAccounts() {}

    /** A bank account of a country, ISO 3166 alpha-2; where its form is not known, twelve digits. */
    static String of(String country, Picks picks) {
        return switch (country) {
            case "US" -> routing(picks) + "-" + picks.digits(10);
            case "CA" -> picks.pattern("#####-00#-") + picks.digits(7);
            case "AU" -> picks.pattern("0##-### ") + picks.digits(8);
            case "GB" -> iban(country, picks.pick(BRITISH_BANKS) + picks.digits(14));
            case "DE" -> iban(country, picks.digits(18));
            case "AT" -> iban(country, picks.digits(16));
            case "CH" -> iban(country, picks.pattern("0####") + picks.pattern("############"));
            case "FR" -> iban(country, france(picks.digits(10), picks.digits(11)));
            case "IT" -> iban(country, italy("0" + picks.digits(9) + "00" + picks.digits(10)));
            case "ES" -> iban(country, spain(picks.digits(8), picks.digits(10)));
            case "NL" -> iban(country, netherlands(picks));
            default -> picks.digits(12);
        };
    }

    static String iban(String country, String account) {
        int remainder = modulo97(account + country + "00");
        int check = 98 - remainder;
        return country + (check < 10 ? "0" : "") + check + account;
    }

    /** A text's remainder by 97 when A to Z stand for 10 to 35. */
    private static int modulo97(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            remainder = c <= '9' ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder;
    }

    private static int weighted(String body, int... weights) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += weights[i % weights.length] * (body.charAt(i) - '0');
        }
        return sum;
    }

    private static String routing(Picks picks) {
        String body = picks.pattern("0#######");
        return body + (10 - weighted(body, 3, 7, 1) % 10) % 10;
    }

    private static String france(String bankAndBranch, String account) {
        int key = 97 - modulo97(bankAndBranch + account + "00");
        return bankAndBranch + account + (key < 10 ? "0" : "") + key;
    }

    private static String italy(String body) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            sum += i % 2 == 0 ? odd[digit] : digit;
        }
        return (char) ('A' + sum % 26) + body;
    }

    private static String spain(String bankAndBranch, String account) {
        return bankAndBranch + spanishCheck("00" + bankAndBranch) + spanishCheck(account) + account;
    }

    private static int spanishCheck(String body) {
        int check = 11 - weighted(body, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11;
        return check == 11 ? 0 : check == 10 ? 1 : check;
    }

    private static String netherlands(Picks picks) {
        while (true) {
            String account = "0" + picks.digits(9);
            if (weighted(account, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0) {
                return picks.pick(DUTCH_BANKS) + account;
            }
        }
    }
}
