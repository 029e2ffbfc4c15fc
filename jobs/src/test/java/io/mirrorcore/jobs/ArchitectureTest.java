package io.mirrorcore.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.mirrorcore.jobs.config.settings.Settings;

@AnalyzeClasses(
    packages = "io.mirrorcore.jobs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noWallClockAndNoChanceInAJob =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.UUID")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");

  /** A metric is nobody's input. */
  @ArchTest
  static final ArchRule noStopwatchButInMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackage("..operator.metric..")
          .should()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule operatorsDoNotKnowHowTheyAreWired =
      noClasses()
          .that()
          .resideInAnyPackage("..operator..", "..state..", "..wire..", "..config..", "..plan..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..topology..");

  /** Operators take a part of the plan: what a worker has is what it needs, and holds no secret. */
  @ArchTest
  static final ArchRule onlyThePlanReadsTheConfigurationForAnOperator =
      noClasses()
          .that()
          .resideInAnyPackage("..operator..", "..state..", "..wire..", "..topology..")
          .and()
          .doNotHaveSimpleName("KafkaPlan")
          .and()
          .doNotHaveSimpleName("TopicNames")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Settings.class);

  @ArchTest
  static final ArchRule onlyMainsAndTheirOptionsKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage("io.mirrorcore.jobs.*..")
          .and()
          .resideOutsideOfPackage("io.mirrorcore.jobs.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "io.mirrorcore.jobs.cli..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.mirrorcore.jobs.(**)").should().beFreeOfCycles();
}
