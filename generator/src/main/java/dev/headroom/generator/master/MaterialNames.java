package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.List;

/** What the materials of an industry are called. Immutable. */
final class MaterialNames {
    /** Group, unit, and things in it, the cheapest first; the groups of an industry, too. */
    private record Kind(String group, String unit, List<String> things) {}

    private static final List<String> GRADES = List.of(
            "Standard",
            "Premium",
            "Compact",
            "Heavy Duty",
            "Type A",
            "Type B",
            "Series 100",
            "Series 200",
            "Series 500",
            "Mk II",
            "Plus",
            "Eco");

    private final List<Kind> kinds;
    private final TextDictionary groups;
    private final TextDictionary units;

    private MaterialNames(String... lines) {
        kinds = Arrays.stream(lines)
                .map(line -> line.split("\\|", -1))
                .map(parts -> new Kind(parts[0], parts[1], List.of(parts[2].split(";", -1))))
                .toList();
        groups = TextDictionary.of(kinds.stream().map(Kind::group).toList());
        units = TextDictionary.of(kinds.stream().map(Kind::unit).toList());
    }

    static MaterialNames of(Industry industry) {
        return switch (industry) {
            case MANUFACTURING ->
                new MaterialNames(
                        "FASTENERS|EA|Washer;Rivet;Circlip;Lock Nut;Hex Bolt;Dowel Pin;Threaded Rod",
                        "PACKAGING|EA|Carton;Foam Insert;Shipping Label Roll;Stretch Film;Pallet",
                        "PLASTICS|KG|Polypropylene Granulate;ABS Granulate;PVC Sheet;Nylon Rod;Epoxy Resin",
                        "RAW_METALS|KG|Cast Iron Blank;Steel Sheet;Zinc Ingot;Aluminium Profile;Stainless Tube;Brass Rod;Copper Wire",
                        "CONSUMABLES|EA|Grinding Disc;Lubricant;Filter Cartridge;Cutting Insert;Welding Wire;Coolant Concentrate",
                        "ELECTRICAL|EA|Terminal Block;Relay;Limit Switch;Proximity Sensor;Control Cable;Power Supply;Servo Motor",
                        "BEARINGS_AND_DRIVES|EA|Ball Bearing;Timing Belt;Roller Bearing;Coupling;Linear Guide;Gearbox");
            case RETAIL ->
                new MaterialNames(
                        "STORE_SUPPLIES|EA|Shopping Bag;Hanger;Receipt Roll;Price Label Roll;Display Stand",
                        "BEAUTY|EA|Toothbrush;Hand Soap;Shampoo;Sun Lotion;Face Cream;Perfume",
                        "GROCERY|CS|Mineral Water;Rice;Pasta;Breakfast Cereal;Chocolate;Coffee Beans;Olive Oil",
                        "APPAREL|EA|Socks;T-Shirt;Shirt;Sweater;Jeans;Dress;Jacket;Running Shoes",
                        "HOUSEHOLD|EA|Storage Box;Cushion;Frying Pan;Towel Set;Table Lamp;Kettle;Vacuum Cleaner",
                        "ELECTRONICS|EA|Charger;Tablet Sleeve;Keyboard;Headphones;Bluetooth Speaker;Camera;Television");
            case FINANCIAL_SERVICES ->
                new MaterialNames(
                        "CARDS|EA|Card Carrier;PIN Mailer;Debit Card Blank;Credit Card Blank",
                        "MARKETING|EA|Brochure;Calendar;Welcome Kit;Banner",
                        "OFFICE|EA|Copy Paper;Binder;Envelope Box;Toner Cartridge;Whiteboard;Desk Chair",
                        "BRANCH_EQUIPMENT|EA|Safe Lock;Cash Cassette;Queue Display;Coin Counter;Note Sorter",
                        "IT_EQUIPMENT|EA|Security Token;Docking Station;Monitor;Network Switch;Notebook;Server Blade");
            case HEALTHCARE ->
                new MaterialNames(
                        "CONSUMABLES|BX|Surgical Mask;Nitrile Gloves;Gauze Pad;Syringe;Infusion Set;Suture Set;Catheter",
                        "LINEN_AND_HYGIENE|EA|Hand Sanitiser;Disinfectant;Waste Container;Bed Sheet;Surgical Gown",
                        "LABORATORY|PK|Petri Dish;Pipette Tips;Blood Tube;Test Strip;Reagent Kit",
                        "PHARMACEUTICALS|PK|Saline Solution;Analgesic Tablets;Antibiotic Vial;Insulin Pen;Anaesthetic Ampoule;Contrast Medium",
                        "DEVICES|EA|Defibrillator Pad;Infusion Pump;Patient Monitor;Stent;Ultrasound Probe;Hip Implant");
            case TECHNOLOGY ->
                new MaterialNames(
                        "PACKAGING|EA|Label Sheet;Accessory Bag;Foam Tray;Retail Box",
                        "COMPONENTS|EA|Connector;Antenna;Microcontroller;Sensor;Housing;Battery Pack;Circuit Board",
                        "CLIENT_DEVICES|EA|Keyboard;Headset;Docking Station;Monitor;Smartphone;Notebook",
                        "NETWORK|EA|Patch Cable;Fibre Module;Access Point;Router;Firewall Appliance;Core Switch",
                        "SERVERS|EA|Solid State Drive;Memory Module;Power Unit;GPU Module;Storage Array;Rack Server");
        };
    }

    /** Names of the kinds of material. */
    TextDictionary groups() {
        return groups;
    }

    /** The unit of each kind, at the kind's position. */
    TextDictionary units() {
        return units;
    }

    /**
     * A kind for a material.
     *
     * @param rank how dear the material is, from 0 to below 1
     */
    int pickKind(double rank, Picks picks) {
        // Half by chance: there are dear fasteners, but none that cost as much as a drive.
        return (int) ((rank + picks.uniform()) / 2 * kinds.size());
    }

    /** The name of a material of a kind and rank. */
    String description(int kind, double rank, Picks picks) {
        List<String> things = kinds.get(kind).things();
        return things.get((int) (rank * things.size())) + " " + picks.pick(GRADES) + " " + picks.pattern("@##-###");
    }
}
