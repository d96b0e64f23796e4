package dev.headroom.generator.master;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What names, addresses, tax numbers and bank accounts look like in a country. Immutable.
 *
 * @param code ISO 3166 alpha-2 code
 * @param language how people, streets and firms are named
 * @param legalForms endings of firm names
 * @param cities names and patterns of postal codes, separated by a bar
 */
record Country(String code, Language language, List<String> legalForms, List<String> cities) {
    /** An address in a country. */
    record Address(String street, String postalCode, String city) {}

    private static final Map<String, Country> KNOWN = List.of(
                    country(
                            "US",
                            Language.ENGLISH,
                            "Inc.;LLC;Corp.;Co.",
                            "New York, NY|100##;Chicago, IL|606##;Houston, TX|770##;Phoenix, AZ|850##;Philadelphia, PA|191##;Dallas, TX|752##;Columbus, OH|432##;Charlotte, NC|282##;Seattle, WA|981##;Denver, CO|802##;Boston, MA|021##;Detroit, MI|482##;Atlanta, GA|303##;Portland, OR|972##;Milwaukee, WI|532##"),
                    country(
                            "CA",
                            Language.ENGLISH,
                            "Inc.;Ltd.;Corp.",
                            "Toronto, ON|M5@ #@#;Montreal, QC|H3@ #@#;Vancouver, BC|V6@ #@#;Calgary, AB|T2@ #@#;Ottawa, ON|K1@ #@#;Winnipeg, MB|R3@ #@#"),
                    country(
                            "AU",
                            Language.ENGLISH,
                            "Pty Ltd;Ltd",
                            "Sydney NSW|20##;Melbourne VIC|30##;Brisbane QLD|40##;Perth WA|60##;Adelaide SA|50##"),
                    country(
                            "GB",
                            Language.ENGLISH,
                            "Ltd;plc;LLP",
                            "London|EC#@ #@@;Manchester|M# #@@;Birmingham|B# #@@;Leeds|LS# #@@;Glasgow|G# #@@;Bristol|BS# #@@;Sheffield|S# #@@;Cardiff|CF## #@@"),
                    country(
                            "IE",
                            Language.ENGLISH,
                            "Ltd;DAC",
                            "Dublin|D0# ####;Cork|T12 ####;Galway|H91 ####;Limerick|V94 ####"),
                    country(
                            "DE",
                            Language.GERMAN,
                            "GmbH;AG;GmbH & Co. KG;KG;SE",
                            "Berlin|10###;Hamburg|20###;München|80###;Köln|50###;Frankfurt am Main|60###;Stuttgart|70###;Düsseldorf|40###;Leipzig|041##;Dortmund|441##;Bremen|281##;Nürnberg|904##;Hannover|301##"),
                    country(
                            "AT",
                            Language.GERMAN,
                            "GmbH;AG;KG",
                            "Wien|1##0;Graz|80#0;Linz|40#0;Salzburg|50#0;Innsbruck|60#0"),
                    country(
                            "CH",
                            Language.GERMAN,
                            "AG;GmbH",
                            "Zürich|80##;Basel|40##;Bern|30##;Winterthur|84##;Luzern|60##;St. Gallen|90##"),
                    country(
                            "FR",
                            Language.FRENCH,
                            "SA;SARL;SAS",
                            "Paris|750##;Lyon|6900#;Marseille|130##;Toulouse|31#00;Lille|59#00;Bordeaux|33#00;Nantes|44#00;Strasbourg|67#00"),
                    country("BE", Language.FRENCH, "SA;SRL", "Bruxelles|10##;Liège|40##;Namur|50##;Charleroi|60##"),
                    country(
                            "IT",
                            Language.ITALIAN,
                            "S.p.A.;S.r.l.",
                            "Milano|201##;Roma|001##;Torino|101##;Bologna|401##;Firenze|501##;Napoli|801##;Verona|371##"),
                    country(
                            "ES",
                            Language.SPANISH,
                            "S.A.;S.L.",
                            "Madrid|280##;Barcelona|080##;Valencia|460##;Sevilla|410##;Bilbao|480##;Zaragoza|500##"),
                    country(
                            "NL",
                            Language.DUTCH,
                            "B.V.;N.V.",
                            "Amsterdam|10## @@;Rotterdam|30## @@;Utrecht|35## @@;Eindhoven|56## @@;Den Haag|25## @@;Groningen|97## @@"))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

    private static final List<String> INTERNATIONAL =
            List.of("DE", "US", "GB", "FR", "NL", "IT", "CH", "ES", "AT", "CA");

    private static Country country(String code, Language language, String legalForms, String cities) {
        return new Country(
                code, language, Arrays.asList(legalForms.split(";", -1)), Arrays.asList(cities.split(";", -1)));
    }

    /** A country; where nothing is known about it, names are English. */
    static Country of(String code) {
        Country known = KNOWN.get(code);
        return known != null ? known : country(code, Language.ENGLISH, "Ltd", "Capital City|#####;Port City|#####");
    }

    /** A country with which companies of all countries trade. */
    static Country foreign(Picks picks) {
        return of(picks.pick(INTERNATIONAL));
    }

    String taxId(Picks picks) {
        return TaxIds.of(code, picks);
    }

    String bankAccount(Picks picks) {
        return BankAccounts.of(code, picks);
    }

    Address address(Picks picks) {
        String city = picks.pick(cities);
        int bar = city.indexOf('|');
        return new Address(language.street(picks), picks.pattern(city.substring(bar + 1)), city.substring(0, bar));
    }

    /** The name of a firm of this country; one that is named after a city is in that of its {@link #address}, of the same picks. */
    String firm(Picks picks, Picks address) {
        String city = address.pick(cities);
        int end = Math.min(city.indexOf('|'), city.indexOf(',') < 0 ? city.length() : city.indexOf(','));
        return language.firm(picks, city.substring(0, end), picks.pick(legalForms));
    }
}
