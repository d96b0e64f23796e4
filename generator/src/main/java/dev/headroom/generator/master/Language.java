package dev.headroom.generator.master;

import java.util.List;
import java.util.Locale;

/** Names of people, streets and trades as a language area forms them. Immutable. */
final class Language {
    static final Language ENGLISH = new Language(
            "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica"
                    + " Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark Ashley Donald Emily"
                    + " Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy"
                    + " Deborah Ronald Stephanie Jason Rebecca George Laura Edward Helen Priya Wei Mei Ahmed Fatima Carlos Sofia",
            "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson Anderson Thomas"
                    + " Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright"
                    + " Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Turner"
                    + " Phillips Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey"
                    + " Bell Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Foster Sanders Ross Patel"
                    + " O'Brien O'Connor MacDonald Fitzgerald Singh Khan Chen Wang Kim",
            "%1$d %2$s Street;%1$d %2$s Avenue;%1$d %2$s Road;%1$d %2$s Drive;%1$d %2$s Lane;%1$d %2$s Way;%1$d %2$s Boulevard;%1$d %2$s Court",
            "Main Oak Maple Park Church Station High Mill Lake Hill Washington Lincoln Victoria Queen King Bridge Market River"
                    + " Spring Cedar Elm Highland Union Commerce Industrial Harbor Garden Forest",
            "%1$s %3$s %4$s;%1$s & %2$s %4$s;%5$s %3$s %4$s;%1$s %3$s %4$s;%1$s Brothers %4$s",
            "Industrial Supply;Logistics;Packaging;Engineering;Precision Tools;Electronics;Consulting;Office Products;Chemicals;"
                    + "Steel;Components;Freight;Technologies;Software;Facility Services;Printing;Safety Equipment;Plastics;Energy;"
                    + "Machinery;Laboratories;Textiles;Foods;Medical Supply;Staffing;Security;Maintenance;Instruments;Furniture;Trading");
    static final Language GERMAN = new Language(
            "Thomas Sabine Michael Petra Andreas Claudia Stefan Susanne Christian Andrea Markus Birgit Martin Monika Peter Ursula"
                    + " Frank Karin Jürgen Brigitte Wolfgang Renate Klaus Anja Uwe Kerstin Matthias Julia Alexander Katharina Jan Anna"
                    + " Florian Lena Tobias Laura Sebastian Lisa Daniel Sarah Philipp Hannah Jörg Ulrike Björn Heike Mehmet Ayşe",
            "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf"
                    + " Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler"
                    + " Maier Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Friedrich"
                    + " Keller Günther Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus"
                    + " Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Yılmaz",
            "%2$sstraße %1$d;%2$sweg %1$d;%2$sallee %1$d;Am %2$splatz %1$d;%2$sgasse %1$d",
            "Haupt Bahnhof Schul Garten Dorf Berg Birken Linden Kirch Wald Ring Wiesen Mühlen Industrie Goethe Schiller Hafen"
                    + " Rosen Eichen Feld Markt Brücken",
            "%1$s %3$s %4$s;%1$s & %2$s %4$s;%5$ser %3$s %4$s;Gebrüder %1$s %4$s;%1$s %3$s %4$s",
            "Maschinenbau;Logistik;Verpackungen;Elektrotechnik;Werkzeuge;Präzisionstechnik;Stahlhandel;Bürobedarf;Chemie;Kunststoffe;"
                    + "Spedition;Gebäudetechnik;Software;Unternehmensberatung;Druckerei;Arbeitsschutz;Energie;Anlagenbau;Medizintechnik;"
                    + "Textil;Lebensmittel;Personaldienste;Messtechnik;Möbel;Handels");
    static final Language FRENCH = new Language(
            "Jean Marie Pierre Nathalie Michel Isabelle Philippe Sylvie Alain Catherine Nicolas Françoise Christophe Valérie"
                    + " Laurent Sandrine David Stéphanie Julien Céline Thomas Sophie Sébastien Émilie Olivier Aurélie François Camille"
                    + " Benoît Hélène Éric Chloé Mathieu Léa Karim Amélie",
            "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David"
                    + " Bertrand Roux Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez"
                    + " Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier"
                    + " Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier",
            "%1$d rue %2$s;%1$d avenue %2$s;%1$d boulevard %2$s;%1$d place %2$s;%1$d chemin %2$s",
            "Victor-Hugo Pasteur Gambetta Voltaire Jean-Jaurès Foch Carnot Molière Zola Lafayette Mirabeau Balzac Diderot Descartes",
            "%1$s %3$s %4$s;%1$s & %2$s %4$s;Établissements %1$s %4$s;%3$s %5$s %4$s;%1$s Frères %4$s",
            "Industrie;Logistique;Emballages;Électronique;Outillage;Conseil;Fournitures;Chimie;Aciers;Composants;Transports;"
                    + "Informatique;Imprimerie;Plastiques;Énergie;Mécanique;Laboratoires;Textiles;Alimentation;Matériel Médical;Distribution");
    static final Language ITALIAN = new Language(
            "Giuseppe Maria Antonio Anna Giovanni Francesca Francesco Laura Mario Giulia Luigi Paola Andrea Elena Marco Chiara"
                    + " Alessandro Silvia Stefano Valentina Roberto Sara Matteo Federica Davide Martina Simone Elisa Niccolò",
            "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Deluca Mancini Costa"
                    + " Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone"
                    + " Longo Gentile Martinelli Vitale Serra Coppola D'Angelo Marchetti Parisi Villa Conte Ferraro Fabbri",
            "Via %2$s %1$d;Viale %2$s %1$d;Piazza %2$s %1$d;Corso %2$s %1$d",
            "Roma Garibaldi Mazzini Dante Verdi Cavour Marconi Manzoni Leopardi Galilei Matteotti Vittoria Europa Trieste",
            "%1$s %3$s %4$s;%1$s & %2$s %4$s;Fratelli %1$s %4$s;%3$s %5$s %4$s",
            "Meccanica;Logistica;Imballaggi;Elettronica;Utensili;Consulenza;Forniture;Chimica;Acciai;Componenti;Trasporti;Informatica;"
                    + "Tipografia;Materie Plastiche;Energia;Tessuti;Alimentari;Arredamenti");
    static final Language SPANISH = new Language(
            "Antonio María José Carmen Manuel Ana Francisco Isabel David Laura Juan Cristina Javier Marta Daniel Lucía Carlos Elena"
                    + " Miguel Sara Alejandro Paula Rafael Raquel Pedro Beatriz Ángel Rocío Pablo Nuria Sergio Inés Íñigo",
            "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz"
                    + " Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Molina Blanco Morales"
                    + " Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano",
            "Calle %2$s %1$d;Avenida %2$s %1$d;Plaza %2$s %1$d;Paseo %2$s %1$d",
            "Mayor Real Cervantes Constitución España Goya Velázquez Colón Libertad Industria Norte Mar Sol Nueva Alameda",
            "%1$s %3$s %4$s;%1$s y %2$s %4$s;Hermanos %1$s %4$s;%3$s %5$s %4$s",
            "Maquinaria;Logística;Envases;Electrónica;Herramientas;Consultoría;Suministros;Química;Aceros;Componentes;Transportes;"
                    + "Informática;Imprenta;Plásticos;Energía;Textiles;Alimentación;Mobiliario");
    static final Language DUTCH = new Language(
            "Jan Maria Johannes Anna Peter Elisabeth Hendrik Johanna Willem Margaretha Daan Emma Sem Julia Bram Sophie Lars Eva"
                    + " Ruben Lotte Thijs Femke Jeroen Marieke Sander Ingrid Maarten Anouk",
            "Jong Jansen Vries Berg Bakker Dijk Visser Janssen Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks Leeuwen Dekker"
                    + " Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen Heuvel Veen Broek Bruijn Schouten",
            "%2$sstraat %1$d;%2$sweg %1$d;%2$slaan %1$d;%2$skade %1$d",
            "Dorps Kerk Molen School Stations Wilhelmina Juliana Beatrix Haven Industrie Park Nieuw Hoofd Eiken",
            "%1$s %3$s %4$s;%1$s & %2$s %4$s;Gebroeders %1$s %4$s;%1$s %3$s %4$s",
            "Techniek;Logistiek;Verpakkingen;Elektronica;Gereedschap;Advies;Kantoorartikelen;Chemie;Staal;Transport;Software;Drukkerij;"
                    + "Kunststoffen;Energie;Machinebouw;Textiel;Voeding;Installaties");

    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<String> streetForms;
    private final List<String> streetNames;
    private final List<String> firmForms;
    private final List<String> trades;

    Language(
            String firstNames,
            String lastNames,
            String streetForms,
            String streetNames,
            String firmForms,
            String trades) {
        this.firstNames = List.of(firstNames.split(" ", -1));
        this.lastNames = List.of(lastNames.split(" ", -1));
        this.streetForms = List.of(streetForms.split(";", -1));
        this.streetNames = List.of(streetNames.split(" ", -1));
        this.firmForms = List.of(firmForms.split(";", -1));
        this.trades = List.of(trades.split(";", -1));
    }

    String firstName(Picks picks) {
        return picks.pick(firstNames);
    }

    String lastName(Picks picks) {
        return picks.pick(lastNames);
    }

    String street(Picks picks) {
        return String.format(Locale.ROOT, picks.pick(streetForms), 1 + picks.below(199), picks.pick(streetNames));
    }

    /** The name of a firm in a city, with a legal form of its country. */
    String firm(Picks picks, String city, String legalForm) {
        return String.format(
                Locale.ROOT,
                picks.pick(firmForms),
                lastName(picks),
                lastName(picks),
                picks.pick(trades),
                legalForm,
                city);
    }
}
