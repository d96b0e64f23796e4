package dev.headroom.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may know whom, across all modules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {

    private JavaClasses house;

    @BeforeAll
    void readTheClassesOfEveryModule() {
        List<Path> modules = CompiledModules.all();
        assertThat(modules).allSatisfy(classes -> assertThat(classes).isDirectory());
        house = new ClassFileImporter().importPaths(modules);
    }

    @Test
    void probesMeasureAndKnowNoGuards() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.headroom.probe..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headroom.guard..",
                        "dev.headroom.degrade..",
                        "dev.headroom.table..",
                        "dev.headroom.sink.."));
    }

    /** Only the unified guard, which puts guards and controller together, knows both. */
    @Test
    void guardsCompareAndDecideNoLevel() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.headroom.guard")
                .and()
                .haveNameNotMatching(".*\\.(Resource(Guard|Snapshot|Stats).*|Decision(Listener|Recorder|Event))")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headroom.degrade.."));
    }

    @Test
    void theControllerMeasuresAndGuardsNothing() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.headroom.degrade..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headroom.guard..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.headroom\\.probe\\..*(Probe|ProbeProvider|ProbeSelection)"));
    }

    @Test
    void guardsAndControllerActOnNothing() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.headroom.guard", "dev.headroom.degrade..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.headroom.table..", "dev.headroom.sink.."));
    }

    /** Dwell, rates and intervals are elapsed time: setting the wall clock must change nothing. */
    @Test
    void probesGuardsAndControllerReadNoWallClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.headroom.probe..", "dev.headroom.guard..", "dev.headroom.degrade..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.time").and(not(simpleName("Duration")))));
    }

    @Test
    void tablesStandAlone() {
        check(onlyKnow("dev.headroom.table..", "dev.headroom.table.."));
    }

    @Test
    void theSinkInterfaceKnowsTables() {
        check(onlyKnow("dev.headroom.sink..", "dev.headroom.sink..", "dev.headroom.table.."));
    }

    @Test
    void aPlatformKnowsTheProbes() {
        for (String platform : List.of("linux", "macos", "windows")) {
            String own = "dev.headroom.guard." + platform + "..";
            check(onlyKnow(own, own, "dev.headroom.probe.."));
        }
    }

    /** A provider is asked on every system, so its own class must load where OSHI and JNA are not. */
    @Test
    void onlyReadersTouchOshiAndJna() {
        check(noClasses()
                .that()
                .haveNameNotMatching("dev\\.headroom\\.guard\\.(macos|windows)\\.(Oshi\\w+|Kernel32.*)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("oshi..", "com.sun.jna.."));
    }

    @Test
    void theTestKitKnowsTheInterfaces() {
        check(onlyKnow(
                "dev.headroom.guard.testkit..",
                "dev.headroom.guard.testkit..",
                "dev.headroom.probe..",
                "dev.headroom.sink..",
                "dev.headroom.table.."));
    }

    @Test
    void onlyTestsNeedTheTestKit() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.headroom.guard.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headroom.guard.testkit.."));
    }

    @Test
    void metricsKnowTheGuards() {
        check(onlyKnow(
                "dev.headroom.guard.micrometer..",
                "dev.headroom.guard.micrometer..",
                "dev.headroom.guard",
                "dev.headroom.degrade.."));
    }

    @Test
    void theGeneratorKnowsTables() {
        check(onlyKnow("dev.headroom.generator..", "dev.headroom.generator..", "dev.headroom.table.."));
    }

    @Test
    void theGeneratorKnowsNoFilesThreadsOrLogs() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.headroom.generator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executor.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.File.class));
    }

    @Test
    void sinksKnowTablesAndTheirInterface() {
        check(onlyKnow("dev.headroom.sinks..", "dev.headroom.sinks..", "dev.headroom.sink..", "dev.headroom.table.."));
    }

    @Test
    void nothingImportsTheApp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.headroom.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headroom.app.."));
    }

    @Test
    void theRunKnowsNeitherCommandLineNorWiring() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.headroom.app.run..", "dev.headroom.app.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.headroom.app.cli..", "dev.headroom.app.http..", "dev.headroom.app.wiring.."));
    }

    /** So that nothing of Micrometer is loaded where no server runs. */
    @Test
    void metricsStayWithTheServer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.headroom.app.http..", "dev.headroom.guard.micrometer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..", "com.sun.net.httpserver.."));
    }

    @Test
    void configurationKnowsNoRun() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.headroom.app.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headroom.app.run.."));
    }

    @Test
    void guiceStaysInTheWiring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.headroom.app.wiring..", "dev.headroom.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.."));
    }

    @Test
    void packagesAndClassesAreNamedForWhatTheyAre() {
        check(noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..common.."));
        check(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Utilities)(\\$.*)?"));
    }

    @Test
    void staticStateDoesNotChange() {
        check(fields().that().areStatic().should().beFinal());
    }

    /** The classes of a package know nothing of the house but the packages named. */
    private static ArchRule onlyKnow(String who, String... known) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known).or(not(resideInAPackage("dev.headroom.."))));
    }

    private void check(ArchRule rule) {
        // A module that is not there yet has no class to judge; that the modules are read at all is asserted once.
        rule.allowEmptyShould(true).check(house);
    }
}
