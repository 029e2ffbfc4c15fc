package io.mirrorcore.jobs.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.DurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read about topics and rights, compared with the list it is about. */
class WrittenTablesTest {

  private static final Path README = Path.of("../README.md");
  private static final Path SECURITY = Path.of("../src/docs/security.md");

  @Test
  void theReadmeListsTheTopicsWithKeyAndSettings() throws IOException {
    List<String> expected =
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    "| `%s`%s | %s | %s |"
                        .formatted(
                            topic.word(),
                            Topic.outputs().contains(topic) ? "" : " in",
                            topic.key(),
                            settings(topic)))
            .toList();
    List<String> rows = table(README, "| topic | key | settings | what |");
    assertThat(rows).allMatch(row -> row.matches("(\\|[^|]+){4}\\|"));
    assertThat(rows.stream().map(row -> row.replaceFirst("[^|]+\\|$", "").strip()))
        .containsExactlyElementsOf(expected);
  }

  private static String settings(Topic topic) {
    return topic.settings().isEmpty()
        ? "the broker's"
        : new TreeMap<>(topic.settings())
            .entrySet().stream()
                .map(setting -> setting(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(", "));
  }

  private static String setting(String name, String value) {
    return name.endsWith(".ms")
        ? name.replace(".ms", "")
            + " "
            + DurationText.format(Duration.ofMillis(Long.parseLong(value)))
        : value;
  }

  @Test
  void theSecurityPageListsEveryRight() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      expected.add(row("`" + topic.word() + "`", role -> rights(topic, role)));
    }
    expected.add(row("consumer group `job.group-id`", role -> role.isJob() ? "READ" : ""));
    expected.add(
        row(
            "consumer group `job.transaction-prefix` with `-claim` behind it",
            role -> role.isJob() ? "READ" : ""));
    expected.add(
        row(
            "transactional ids that begin with `job.transaction-prefix`",
            role -> role.isJob() ? "WRITE*" : ""));
    assertThat(table(SECURITY, header())).containsExactlyElementsOf(expected);
  }

  private static String header() {
    return row(
        "on",
        role ->
            switch (role) {
              case PIPELINE -> "`run`, `PipelineJob`";
              case ENSEMBLE -> "`EnsembleJob`";
              case PAPER -> "`paper`, `PaperJob`";
              default -> "`" + role.name().toLowerCase(Locale.ROOT) + "`";
            });
  }

  private static String row(String on, Function<Role, String> cell) {
    return Arrays.stream(Role.values())
        .map(cell)
        .map(text -> text.isEmpty() ? " |" : " " + text + " |")
        .collect(Collectors.joining("", "| " + on + " |", ""));
  }

  private static String rights(Topic topic, Role role) {
    List<String> rights = new ArrayList<>();
    if (role.reads().contains(topic)) {
      rights.add("READ");
    }
    if (role.writes().contains(topic)) {
      rights.add("WRITE");
      if (role.isJob()) {
        rights.add("READ*");
      }
    }
    return String.join(", ", rights);
  }

  /** The rows under a header. */
  private static List<String> table(Path page, String header) throws IOException {
    List<String> lines = Files.readAllLines(page);
    assertThat(lines).as(page.toString()).contains(header);
    return lines.subList(lines.indexOf(header) + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
