package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the materials of an industry are called. Immutable. */
final class MaterialNames {
    /** Type, group, unit, and things in it, the cheapest first; the groups of a type in an industry, too. */
    private record Kind(MaterialType type, String group, String unit, List<String> things) {}

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
    /** Positions of the kinds of each type. */
    private final Map<MaterialType, List<Integer>> ofType = new EnumMap<>(MaterialType.class);

    private final TextDictionary groups;
    private final TextDictionary units;

    private MaterialNames(String... lines) {
        kinds = Arrays.stream(lines)
                .map(line -> line.split("\\|", -1))
                .map(parts ->
                        new Kind(MaterialType.valueOf(parts[0]), parts[1], parts[2], List.of(parts[3].split(";", -1))))
                .toList();
        for (int kind = 0; kind < kinds.size(); kind++) {
            ofType.computeIfAbsent(kinds.get(kind).type(), type -> new ArrayList<>())
                    .add(kind);
        }
        groups = TextDictionary.of(kinds.stream().map(Kind::group).toList());
        units = TextDictionary.of(kinds.stream().map(Kind::unit).toList());
    }

    static MaterialNames of(Industry industry) {
        return switch (industry) {
            case MANUFACTURING ->
                new MaterialNames(
                        "RAW|FASTENERS|EA|Washer;Rivet;Circlip;Lock Nut;Hex Bolt;Dowel Pin;Threaded Rod",
                        "RAW|PACKAGING|EA|Carton;Foam Insert;Shipping Label Roll;Stretch Film;Pallet",
                        "RAW|PLASTICS|KG|Polypropylene Granulate;ABS Granulate;PVC Sheet;Nylon Rod;Epoxy Resin",
                        "RAW|RAW_METALS|KG|Cast Iron Blank;Steel Sheet;Zinc Ingot;Aluminium Profile;Stainless Tube;Brass Rod;Copper Wire",
                        "SUPPLY|CONSUMABLES|EA|Grinding Disc;Lubricant;Filter Cartridge;Cutting Insert;Welding Wire;Coolant Concentrate",
                        "RAW|ELECTRICAL|EA|Terminal Block;Relay;Limit Switch;Proximity Sensor;Control Cable;Power Supply;Servo Motor",
                        "RAW|BEARINGS_AND_DRIVES|EA|Ball Bearing;Timing Belt;Roller Bearing;Coupling;Linear Guide;Gearbox",
                        "FINISHED|CONTROLS|EA|Pressure Regulator;Flow Meter;Valve Actuator;Drive Unit;Control Cabinet",
                        "FINISHED|PUMPS|EA|Metering Pump;Submersible Pump;Vacuum Pump;Centrifugal Pump;Pump Station",
                        "FINISHED|CONVEYORS|EA|Roller Conveyor;Sorting Gate;Lifting Table;Belt Conveyor;Palletiser");
            case RETAIL ->
                new MaterialNames(
                        "SUPPLY|STORE_SUPPLIES|EA|Shopping Bag;Hanger;Receipt Roll;Price Label Roll;Display Stand",
                        "TRADING|BEAUTY|EA|Toothbrush;Hand Soap;Shampoo;Sun Lotion;Face Cream;Perfume",
                        "TRADING|GROCERY|CS|Mineral Water;Rice;Pasta;Breakfast Cereal;Chocolate;Coffee Beans;Olive Oil",
                        "TRADING|APPAREL|EA|Socks;T-Shirt;Shirt;Sweater;Jeans;Dress;Jacket;Running Shoes",
                        "TRADING|HOUSEHOLD|EA|Storage Box;Cushion;Frying Pan;Towel Set;Table Lamp;Kettle;Vacuum Cleaner",
                        "TRADING|ELECTRONICS|EA|Charger;Tablet Sleeve;Keyboard;Headphones;Bluetooth Speaker;Camera;Television");
            case FINANCIAL_SERVICES ->
                new MaterialNames(
                        "SUPPLY|CARDS|EA|Card Carrier;PIN Mailer;Debit Card Blank;Credit Card Blank",
                        "SUPPLY|MARKETING|EA|Brochure;Calendar;Welcome Kit;Banner",
                        "SUPPLY|OFFICE|EA|Copy Paper;Binder;Envelope Box;Toner Cartridge;Whiteboard;Desk Chair",
                        "SUPPLY|BRANCH_EQUIPMENT|EA|Safe Lock;Cash Cassette;Queue Display;Coin Counter;Note Sorter",
                        "SUPPLY|IT_EQUIPMENT|EA|Security Token;Docking Station;Monitor;Network Switch;Notebook;Server Blade");
            case HEALTHCARE ->
                new MaterialNames(
                        "SUPPLY|CONSUMABLES|BX|Surgical Mask;Nitrile Gloves;Gauze Pad;Syringe;Infusion Set;Suture Set;Catheter",
                        "SUPPLY|LINEN_AND_HYGIENE|EA|Hand Sanitiser;Disinfectant;Waste Container;Bed Sheet;Surgical Gown",
                        "SUPPLY|LABORATORY|PK|Petri Dish;Pipette Tips;Blood Tube;Test Strip;Reagent Kit",
                        "TRADING|PHARMACEUTICALS|PK|Saline Solution;Analgesic Tablets;Antibiotic Vial;Insulin Pen;Anaesthetic Ampoule;Contrast Medium",
                        "TRADING|DEVICES|EA|Defibrillator Pad;Infusion Pump;Patient Monitor;Stent;Ultrasound Probe;Hip Implant");
            case TECHNOLOGY ->
                new MaterialNames(
                        "SUPPLY|PACKAGING|EA|Label Sheet;Accessory Bag;Foam Tray;Retail Box",
                        "TRADING|COMPONENTS|EA|Connector;Antenna;Microcontroller;Sensor;Housing;Battery Pack;Circuit Board",
                        "TRADING|CLIENT_DEVICES|EA|Keyboard;Headset;Docking Station;Monitor;Smartphone;Notebook",
                        "TRADING|NETWORK|EA|Patch Cable;Fibre Module;Access Point;Router;Firewall Appliance;Core Switch",
                        "TRADING|SERVERS|EA|Tape Library;Backup Appliance;Blade Chassis;Storage Array;Rack Server",
                        "SUPPLY|OFFICE|EA|Copy Paper;Toner Cartridge;Desk Lamp;Whiteboard;Desk Chair",
                        "SUPPLY|SPARE_PARTS|EA|Fan Tray;Power Unit;Solid State Drive;Memory Module;GPU Module");
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
    int pickKind(MaterialType type, double rank, Picks picks) {
        List<Integer> candidates = ofType.getOrDefault(type, List.of());
        // Half by chance: there are dear fasteners, but none that cost as much as a drive.
        return candidates.get((int) ((rank + picks.uniform()) / 2 * candidates.size()));
    }

    /** The name of a material of a kind and rank. */
    String description(int kind, double rank, Picks picks) {
        List<String> things = kinds.get(kind).things();
        return things.get((int) (rank * things.size())) + " " + picks.pick(GRADES) + " " + picks.pattern("@##-###");
    }
}
