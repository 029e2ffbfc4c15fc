package io.mirrorcore.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

  @TempDir private Path directory;
  private final StringWriter said = new StringWriter();

  @Test
  void anAreaThatThereIsNotIsASentenceOfUsage() {
    assertThat(run("speed")).isEqualTo(2);
    assertThat(said.toString()).contains("speed").doesNotContain("Exception");
  }

  @Test
  void aBaselineThatIsNoneIsASentenceBeforeAnythingIsMeasured() throws Exception {
    Path file = Files.writeString(directory.resolve("b.json"), "no JSON");

    assertThat(run("throughput", "--baseline", file.toString())).isEqualTo(1);
    assertThat(said.toString()).contains("--baseline", "b.json").doesNotContain("\tat ");
  }

  @Test
  void aCaseThatThereIsNotIsASentence() {
    assertThat(run("throughput", "--only", "json-7")).isEqualTo(1);
    assertThat(said.toString()).contains("--only", "json-7");
  }

  @Test
  void everyCaseHasANameOfItsOwn() {
    for (boolean quick : new boolean[] {false, true}) {
      assertThat(
              Stream.concat(Cases.throughput(quick).stream(), Cases.scale(quick).stream())
                  .map(BenchCase::name))
          .doesNotHaveDuplicates()
          .contains("json-1000", "avro-1000", "bars-100");
    }
  }

  private int run(String... arguments) {
    CommandLine command = Bench.commandLine();
    command.setErr(new PrintWriter(said, true));
    command.setOut(new PrintWriter(said, true));
    return command.execute(Arrays.copyOf(arguments, arguments.length));
  }
}
