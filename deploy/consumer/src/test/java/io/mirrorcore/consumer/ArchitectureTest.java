package io.mirrorcore.consumer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.mirrorcore.consumer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Who consumes weights needs neither the job nor what it runs on. */
  @ArchTest
  static final ArchRule needsKafkaJsonAndTheFormulasOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.mirrorcore.consumer",
              "io.mirrorcore.portfolio.record",
              "io.mirrorcore.portfolio.verify",
              "java..",
              "org.apache.kafka..",
              "com.fasterxml.jackson..");
}
