package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.TextDictionary;
import java.util.Arrays;
import java.util.List;

/** What the materials of an industry are called. Immutable. */
final class MaterialNames {
    /** Group, unit, and things in it. */
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
                        "RAW_METALS|KG|Steel Sheet;Aluminium Profile;Copper Wire;Brass Rod;Stainless Tube;Cast Iron Blank;Zinc Ingot",
                        "FASTENERS|EA|Hex Bolt;Washer;Lock Nut;Rivet;Threaded Rod;Circlip;Dowel Pin",
                        "ELECTRICAL|EA|Servo Motor;Proximity Sensor;Terminal Block;Relay;Control Cable;Power Supply;Limit Switch",
                        "BEARINGS_AND_DRIVES|EA|Ball Bearing;Roller Bearing;Gearbox;Timing Belt;Coupling;Linear Guide",
                        "PLASTICS|KG|Polypropylene Granulate;ABS Granulate;Nylon Rod;PVC Sheet;Epoxy Resin",
                        "CONSUMABLES|EA|Cutting Insert;Grinding Disc;Coolant Concentrate;Welding Wire;Filter Cartridge;Lubricant",
                        "PACKAGING|EA|Pallet;Carton;Stretch Film;Foam Insert;Shipping Label Roll");
            case RETAIL ->
                new MaterialNames(
                        "APPAREL|EA|T-Shirt;Jeans;Jacket;Dress;Socks;Sweater;Shirt;Running Shoes",
                        "GROCERY|CS|Olive Oil;Pasta;Coffee Beans;Breakfast Cereal;Mineral Water;Chocolate;Rice",
                        "HOUSEHOLD|EA|Frying Pan;Towel Set;Storage Box;Table Lamp;Vacuum Cleaner;Kettle;Cushion",
                        "ELECTRONICS|EA|Headphones;Charger;Tablet Sleeve;Bluetooth Speaker;Television;Camera;Keyboard",
                        "BEAUTY|EA|Shampoo;Face Cream;Toothbrush;Perfume;Hand Soap;Sun Lotion",
                        "STORE_SUPPLIES|EA|Price Label Roll;Shopping Bag;Receipt Roll;Hanger;Display Stand");
            case FINANCIAL_SERVICES ->
                new MaterialNames(
                        "OFFICE|EA|Copy Paper;Toner Cartridge;Binder;Envelope Box;Desk Chair;Whiteboard",
                        "CARDS|EA|Debit Card Blank;Credit Card Blank;Card Carrier;PIN Mailer",
                        "BRANCH_EQUIPMENT|EA|Cash Cassette;Coin Counter;Note Sorter;Queue Display;Safe Lock",
                        "IT_EQUIPMENT|EA|Notebook;Monitor;Docking Station;Network Switch;Security Token;Server Blade",
                        "MARKETING|EA|Brochure;Banner;Welcome Kit;Calendar");
            case HEALTHCARE ->
                new MaterialNames(
                        "PHARMACEUTICALS|PK|Analgesic Tablets;Antibiotic Vial;Saline Solution;Insulin Pen;Anaesthetic Ampoule;Contrast Medium",
                        "CONSUMABLES|BX|Nitrile Gloves;Surgical Mask;Syringe;Catheter;Gauze Pad;Suture Set;Infusion Set",
                        "LABORATORY|PK|Reagent Kit;Test Strip;Petri Dish;Pipette Tips;Blood Tube",
                        "DEVICES|EA|Infusion Pump;Patient Monitor;Defibrillator Pad;Ultrasound Probe;Hip Implant;Stent",
                        "LINEN_AND_HYGIENE|EA|Bed Sheet;Surgical Gown;Disinfectant;Hand Sanitiser;Waste Container");
            case TECHNOLOGY ->
                new MaterialNames(
                        "SERVERS|EA|Rack Server;Storage Array;GPU Module;Memory Module;Solid State Drive;Power Unit",
                        "NETWORK|EA|Core Switch;Router;Firewall Appliance;Access Point;Fibre Module;Patch Cable",
                        "CLIENT_DEVICES|EA|Notebook;Monitor;Headset;Smartphone;Docking Station;Keyboard",
                        "COMPONENTS|EA|Circuit Board;Microcontroller;Connector;Sensor;Battery Pack;Antenna;Housing",
                        "PACKAGING|EA|Retail Box;Foam Tray;Label Sheet;Accessory Bag");
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

    int pickKind(Picks picks) {
        return picks.below(kinds.size());
    }

    String description(int kind, Picks picks) {
        return picks.pick(kinds.get(kind).things()) + " " + picks.pick(GRADES) + " " + picks.pattern("@##-###");
    }
}
