package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the materials of an industry are called, by what they cost. Immutable. */
final class MaterialNames {
    /** A thing that materials can be, of a kind that has a group and a unit, and what it usually costs, in dollars. */
    record Thing(int kind, String name, double cost) {}

    /** Between this part and this multiple of what it usually costs, a thing is what it is said to be. */
    private static final double SPREAD = 2;

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

    /** The things of each type, the cheapest first. */
    private final Map<MaterialType, List<Thing>> things = new EnumMap<>(MaterialType.class);

    private final TextDictionary groups;
    private final TextDictionary units;

    /**
     * Makes the names of an industry.
     *
     * @param kinds of each its type, group and unit, what its cheapest and its dearest thing cost, and its things, the cheapest first;
     *     the costs of those between rise by equal ratios
     */
    private MaterialNames(String... kinds) {
        List<String> groupNames = new ArrayList<>();
        List<String> unitNames = new ArrayList<>();
        for (String kind : kinds) {
            String[] parts = kind.split("\\|", -1);
            String[] names = parts[5].split(";", -1);
            double least = Double.parseDouble(parts[3]);
            double ratio = Double.parseDouble(parts[4]) / least;
            List<Thing> ofType = things.computeIfAbsent(MaterialType.valueOf(parts[0]), type -> new ArrayList<>());
            for (int i = 0; i < names.length; i++) {
                double cost = least * StrictMath.pow(ratio, i / (names.length - 1.0));
                ofType.add(new Thing(groupNames.size(), names[i], cost));
            }
            groupNames.add(parts[1]);
            unitNames.add(parts[2]);
        }
        things.values().forEach(ofType -> ofType.sort(Comparator.comparingDouble(Thing::cost)));
        groups = TextDictionary.of(groupNames);
        units = TextDictionary.of(unitNames);
    }

    static MaterialNames of(Industry industry) {
        return switch (industry) {
            case MANUFACTURING ->
                new MaterialNames(
                        "RAW|FASTENERS|EA|0.1|8|Washer;Rivet;Circlip;Lock Nut;Hex Bolt;Dowel Pin;Threaded Rod",
                        "RAW|PACKAGING|EA|0.6|25|Carton;Foam Insert;Shipping Label Roll;Stretch Film;Pallet",
                        "RAW|PLASTICS|KG|1.5|20|Polypropylene Granulate;ABS Granulate;PVC Sheet;Nylon Rod;Epoxy Resin",
                        "RAW|RAW_METALS|KG|1|12|Cast Iron Blank;Steel Sheet;Zinc Ingot;Aluminium Profile;Stainless Tube;Brass Rod;Copper Wire",
                        "SUPPLY|CONSUMABLES|EA|0.3|150|Cable Tie;Cleaning Cloth;Grinding Disc;Work Gloves;Lubricant;Filter Cartridge;Cutting Insert;Welding Wire;Coolant Concentrate",
                        "SUPPLY|TOOLS|EA|12|2500|Hex Key Set;Drill Bit Set;Torque Wrench;Measuring Gauge;Tool Cart;Milling Head",
                        "RAW|ELECTRICAL|EA|2|900|Terminal Block;Relay;Limit Switch;Proximity Sensor;Control Cable;Power Supply;Servo Motor",
                        "RAW|BEARINGS_AND_DRIVES|EA|4|2500|Ball Bearing;Timing Belt;Roller Bearing;Coupling;Linear Guide;Gearbox",
                        "FINISHED|FITTINGS|EA|0.6|60|Sealing Ring;Hose Clip;Pipe Clamp;Mounting Bracket;Quick Coupling;Hand Valve",
                        "FINISHED|CONTROLS|EA|40|5000|Pressure Regulator;Flow Meter;Valve Actuator;Drive Unit;Control Cabinet",
                        "FINISHED|PUMPS|EA|80|12000|Metering Pump;Submersible Pump;Vacuum Pump;Centrifugal Pump;Pump Station",
                        "FINISHED|CONVEYORS|EA|500|40000|Roller Conveyor;Sorting Gate;Lifting Table;Belt Conveyor;Palletiser");
            case RETAIL ->
                new MaterialNames(
                        "SUPPLY|STORE_SUPPLIES|EA|0.2|2500|Shopping Bag;Hanger;Receipt Roll;Price Label Roll;Sign Holder;Shopping Basket;Display Stand;Shelf Unit;Cash Drawer;Barcode Scanner;Till System",
                        "TRADING|BEAUTY|EA|0.8|90|Toothbrush;Hand Soap;Shampoo;Sun Lotion;Face Cream;Perfume",
                        "TRADING|GROCERY|CS|5|60|Mineral Water;Rice;Pasta;Breakfast Cereal;Chocolate;Coffee Beans;Olive Oil",
                        "TRADING|APPAREL|EA|3|120|Socks;T-Shirt;Shirt;Sweater;Jeans;Dress;Jacket;Running Shoes",
                        "TRADING|HOUSEHOLD|EA|6|350|Storage Box;Cushion;Frying Pan;Towel Set;Table Lamp;Kettle;Vacuum Cleaner",
                        "TRADING|ELECTRONICS|EA|10|1500|Charger;Tablet Sleeve;Keyboard;Headphones;Bluetooth Speaker;Camera;Television");
            case FINANCIAL_SERVICES ->
                new MaterialNames(
                        "SUPPLY|CARDS|EA|0.2|8|Card Carrier;PIN Mailer;Debit Card Blank;Credit Card Blank",
                        "SUPPLY|MARKETING|EA|1|120|Brochure;Calendar;Welcome Kit;Banner",
                        "SUPPLY|OFFICE|EA|4|400|Copy Paper;Binder;Envelope Box;Toner Cartridge;Whiteboard;Desk Chair",
                        "SUPPLY|BRANCH_EQUIPMENT|EA|80|4000|Safe Lock;Cash Cassette;Queue Display;Coin Counter;Note Sorter",
                        "SUPPLY|IT_EQUIPMENT|EA|20|3500|Security Token;Docking Station;Monitor;Network Switch;Notebook;Server Blade");
            case HEALTHCARE ->
                new MaterialNames(
                        "SUPPLY|CONSUMABLES|BX|3|300|Surgical Mask;Nitrile Gloves;Gauze Pad;Syringe;Infusion Set;Suture Set;Catheter",
                        "SUPPLY|LINEN_AND_HYGIENE|EA|0.3|40|Paper Towel;Disposable Apron;Hand Sanitiser;Disinfectant;Waste Container;Bed Sheet;Surgical Gown",
                        "SUPPLY|LABORATORY|PK|8|1500|Petri Dish;Pipette Tips;Blood Tube;Test Strip;Reagent Kit",
                        "TRADING|PHARMACEUTICALS|PK|0.8|400|Saline Solution;Analgesic Tablets;Antibiotic Vial;Insulin Pen;Anaesthetic Ampoule;Contrast Medium",
                        "TRADING|DEVICES|EA|60|5000|Defibrillator Pad;Blood Pressure Monitor;Stent;Infusion Pump;Patient Monitor;Ultrasound Probe;Hip Implant");
            case TECHNOLOGY ->
                new MaterialNames(
                        "SUPPLY|PACKAGING|EA|0.2|6|Label Sheet;Accessory Bag;Foam Tray;Retail Box",
                        "TRADING|COMPONENTS|EA|0.4|250|Connector;Antenna;Microcontroller;Sensor;Housing;Battery Pack;Circuit Board",
                        "TRADING|CLIENT_DEVICES|EA|25|1400|Keyboard;Headset;Docking Station;Monitor;Smartphone;Notebook",
                        "TRADING|NETWORK|EA|4|6000|Patch Cable;Fibre Module;Access Point;Router;Firewall Appliance;Core Switch",
                        "TRADING|SERVERS|EA|1200|10000|Tape Library;Backup Appliance;Blade Chassis;Storage Array;Rack Server",
                        "SUPPLY|OFFICE|EA|4|400|Copy Paper;Desk Lamp;Toner Cartridge;Whiteboard;Desk Chair",
                        "SUPPLY|SPARE_PARTS|EA|15|2500|Fan Tray;Power Unit;Solid State Drive;Memory Module;GPU Module");
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
     * Something that a material can be, one that costs about as much, or else the one that comes nearest.
     *
     * @param cost of the material, in dollars, at usual prices
     */
    Thing pick(MaterialType type, double cost, Picks picks) {
        List<Thing> candidates = things.getOrDefault(type, List.of());
        int first = countBelow(candidates, cost / SPREAD);
        int end = countBelow(candidates, cost * SPREAD);
        return candidates.get(first < end ? first + picks.below(end - first) : Math.min(first, candidates.size() - 1));
    }

    private static int countBelow(List<Thing> sorted, double cost) {
        int count = 0;
        while (count < sorted.size() && sorted.get(count).cost() < cost) {
            count++;
        }
        return count;
    }

    /** The name of a material that is a thing. */
    static String description(Thing thing, Picks picks) {
        return thing.name() + " " + picks.pick(GRADES) + " " + picks.pattern("@##-###");
    }
}
