package io.mirrorcore.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.local.Mirrorcore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

  static Stream<String> commands() {
    return below(Mirrorcore.commandLine())
        .map(command -> command.getCommandSpec().qualifiedName())
        .filter(command -> !command.endsWith(" help"));
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(HelpTest::below));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfAndSaysItsVersion(String command) {
    String[] words = (command.replaceFirst("^mirrorcore ?", "") + " --help").strip().split(" ");
    CommandLineRun run = CommandLineRun.of((Object[]) words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Usage: " + command);
    assertThat(run.err()).isEmpty();

    words[words.length - 1] = "--version";
    assertThat(CommandLineRun.of((Object[]) words).out())
        .matches("MirrorCore-X \\d+\\.\\d+\\.\\d+(-\\w+)?\\R");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void wrongUsageIsOneSentenceAndTheListOfCommandsWhereThereAreSome(String command) {
    String words = command.replaceFirst("^mirrorcore ?", "") + " --no-such-option";
    CommandLineRun run = CommandLineRun.of((Object[]) words.strip().split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .containsAnyOf("'--no-such-option'", "Missing required")
        .endsWith(command + " --help tells how it is used");
    assertThat(run.err().lines().count() > 1).isEqualTo(run.err().contains("COMMAND"));
    assertThat(run.out()).isEmpty();
  }
}
