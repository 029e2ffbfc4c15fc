package io.mirrorcore.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.mirrorcore.cluster",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Flink and the job are in the processes; a class of theirs here would be there twice. */
  @ArchTest
  static final ArchRule knowsProcessesButNotWhatRunsInThem =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.mirrorcore.cluster",
              "io.mirrorcore.failure",
              "java..",
              "com.fasterxml.jackson..");
}
