package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.local.scaffold.StrategyProject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new-strategy}: a Maven project with a strategy of one's own and its test. */
@Command(
    name = "new-strategy",
    description =
        "Writes a Maven project for a strategy of your own: class, service, test, README.")
public final class NewStrategyCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "As a class or as an id: BuyTheDip, BUY_THE_DIP.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory of the project, new or empty (default: named as the strategy).")
  private Path out;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      defaultValue = "com.example",
      description = "Java package of the class (default: ${DEFAULT-VALUE}).")
  private String javaPackage;

  @Override
  public Integer call() throws Exception {
    StrategyProject project =
        StrategyProject.of(name, javaPackage, Set.copyOf(options.settings().strategyIds()), out);
    project.write();
    PrintWriter text = spec.commandLine().getOut();
    text.println("wrote " + project.directory());
    text.println("build it:  mvn -f " + project.directory().resolve("pom.xml") + " package");
    text.println(
        "judge it:  ./mirrorcore study --prices FILE --set strategies.jars=%s --strategy %s"
            .formatted(project.jar(), project.id()));
    text.flush();
    return 0;
  }
}
