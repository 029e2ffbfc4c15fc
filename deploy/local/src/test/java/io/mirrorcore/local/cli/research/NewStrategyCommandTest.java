package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.local.cli.CommandLineRun;
import io.mirrorcore.local.cli.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written; that it builds is tested over a process of Maven. */
class NewStrategyCommandTest {

  @TempDir private Path directory;

  private CommandLineRun write(String name, String out, Object... more) {
    List<Object> all = new ArrayList<>(List.of("new-strategy", name));
    all.addAll(List.of("--out", directory.resolve(out)));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray());
  }

  @Test
  void writesClassServiceTestAndReadme() throws IOException {
    CommandLineRun run = write("BuyTheDip", "mine", "--package", "org.acme.rules");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("wrote " + directory.resolve("mine"), "target/buy-the-dip.jar", "BUY_THE_DIP");
    assertThat(Tree.contents(directory.resolve("mine")))
        .containsOnlyKeys(
            ".gitignore",
            "README.md",
            "lib/mirrorcore-strategy-api.jar",
            "pom.xml",
            "src/main/java/org/acme/rules/BuyTheDip.java",
            "src/main/resources/META-INF/services/io.mirrorcore.strategy.Strategy",
            "src/test/java/org/acme/rules/BuyTheDipTest.java");
    assertThat(
            directory.resolve(
                "mine/src/main/resources/META-INF/services/io.mirrorcore.strategy.Strategy"))
        .hasContent("org.acme.rules.BuyTheDip");
    assertThat(directory.resolve("mine/README.md")).content().doesNotContain("{{");
    assertThat(directory).isDirectoryNotContaining("glob:**/.new*");
  }

  @ParameterizedTest
  @CsvSource({
    "BuyTheDip, BUY_THE_DIP",
    "buy-the-dip, BUY_THE_DIP",
    "BUY_THE_DIP, BUY_THE_DIP",
    "RSIBand2, RSI_BAND2",
    "dip, DIP"
  })
  void takesANameInEverySpelling(String name, String id) {
    CommandLineRun run = write(name, "mine");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("--strategy " + id + System.lineSeparator());
  }

  @Test
  void overwritesNothing() throws IOException {
    Path mine = Files.createDirectory(directory.resolve("mine"));
    assertThat(write("Dip", "mine").exitCode()).as("an empty directory is free").isZero();
    Path source = mine.resolve("src/main/java/com/example/Dip.java");
    Files.writeString(source, "// mine");

    CommandLineRun again = write("Dip", "mine");
    Path file = Files.writeString(directory.resolve("file"), "mine");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("mine is there already, and nothing is overwritten");
    assertThat(source).hasContent("// mine");
    assertThat(write("Dip", "file").err()).contains("nothing is overwritten");
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesNamesThatWouldNotDo() {
    assertThat(write("UtBot", "a").err()).contains("there is a strategy UT_BOT already");
    assertThat(write("2nd", "a").err()).contains("named by letters and digits", "have 2nd");
    assertThat(write("Dip", "a", "--package", "com.1st").err()).contains("have com.1st");
    assertThat(directory).isEmptyDirectory();
  }

  /** So that what the build of this project has put into a local repository serves that one too. */
  @Test
  void itsPomHasTheVersionsOfThisProject() throws IOException {
    assertThat(write("Dip", "mine").exitCode()).isZero();
    String ours = Files.readString(Path.of("../../pom.xml"));
    String theirs = Files.readString(directory.resolve("mine/pom.xml"));

    List<MatchResult> plugins =
        Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<")
            .matcher(theirs)
            .results()
            .toList();
    assertThat(plugins).hasSize(4);
    for (MatchResult plugin : plugins) {
      assertThat(ours)
          .containsPattern(
              "<artifactId>%s</artifactId>\\s*<version>%s<"
                  .formatted(plugin.group(1), Pattern.quote(plugin.group(2))));
    }
    assertThat(theirs)
        .contains("<version>" + property(ours, "junit.version") + "</version>")
        .contains("<version>" + property(ours, "commons-math.version") + "</version>");
  }

  private static String property(String pom, String name) {
    return Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
        .matcher(pom)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}
