package dev.headroom.generator.master;

/**
 * Tax numbers with the check digits of their country, as published by the tax authorities and, for the European Union, in the VIES
 * system's descriptions of VAT numbers.
 */
final class TaxIds {
    private TaxIds() {}

    /** A tax number of a country, ISO 3166 alpha-2; where its form is not known, the country's code and nine digits. */
    static String of(String country, Picks picks) {
        return switch (country) {
            case "US" -> picks.pattern("##-#######");
            case "CA" -> picks.digits(8).transform(body -> body + luhn(body)) + "RT0001";
            case "AU" -> australia(picks.digits(9));
            case "GB" -> britain(picks.digits(7));
            case "DE" -> germany(picks.digits(8));
            case "AT" -> austria(picks.pattern("#######"));
            case "CH" -> switzerland(picks);
            case "FR" -> france(picks.digits(8));
            case "IT" -> picks.digits(10).transform(body -> "IT" + body + luhn(body));
            case "ES" -> picks.pattern("#######").transform(body -> "ESB" + body + luhn(body));
            case "NL" -> netherlands(picks);
            default -> country + picks.digits(9);
        };
    }

    /** The digit that makes the sum of the digits, every second one from the right doubled, a multiple of ten. */
    static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }

    private static int weighted(String body, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return sum;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String australia(String body) {
        return (99 - weighted(body, 3, 5, 7, 9, 11, 13, 15, 17, 19) % 89) + body;
    }

    private static String britain(String body) {
        return "GB" + body + twoDigits(97 - weighted(body, 8, 7, 6, 5, 4, 3, 2) % 97);
    }

    private static String germany(String body) {
        int product = 10;
        for (int i = 0; i < body.length(); i++) {
            int sum = (body.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return "DE" + body + (11 - product) % 10;
    }

    private static String austria(String body) {
        int sum = 4;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return "ATU" + body + (10 - sum % 10) % 10;
    }

    private static String switzerland(Picks picks) {
        while (true) {
            String body = picks.digits(8);
            int check = (11 - weighted(body, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11;
            if (check < 10) {
                return "CHE-" + body.substring(0, 3) + "." + body.substring(3, 6) + "." + body.substring(6) + check;
            }
        }
    }

    private static String france(String body) {
        String siren = body + luhn(body);
        return "FR" + twoDigits((12 + 3 * (Integer.parseInt(siren, 10) % 97)) % 97) + siren;
    }

    private static String netherlands(Picks picks) {
        while (true) {
            String body = picks.digits(8);
            int check = weighted(body, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10) {
                return "NL" + body + check + "B01";
            }
        }
    }
}
