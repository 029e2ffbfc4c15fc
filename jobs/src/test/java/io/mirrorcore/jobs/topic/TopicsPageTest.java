package io.mirrorcore.jobs.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.DurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of topics: its tables are those of the schemas and of the list of topics. Where they
 * differ, {@code target/topics.md} is the page as it must be.
 */
class TopicsPageTest {

  private static final Path PAGE = Path.of("../src/docs/topics.md");
  private static final String BEGIN = "<!-- the schemas, field by field -->";

  @Test
  void saysWhatSchemasAndListSay() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN);
    String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + "\n" + tables();
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("topics.md"), expected);
    assertThat(page).isEqualTo(expected);
  }

  private static String tables() {
    List<String> lines = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      TopicSchema schema = TopicSchema.of(topic);
      lines.add("");
      lines.add("## " + topic.word());
      lines.add("");
      lines.add(schema.document().get("description").textValue());
      lines.add("");
      lines.add(
          "Key `%s`. %s. [Schema](../../common/src/main/resources/io/mirrorcore/schema/%s.json)."
              .formatted(topic.key(), kept(topic), topic.word()));
      lines.add("");
      lines.add("| field | type | what |");
      lines.add("|---|---|---|");
      lines.addAll(schema.rows());
    }
    return String.join("\n", lines) + "\n";
  }

  private static String kept(Topic topic) {
    return topic.settings().isEmpty()
        ? "Kept as the broker keeps topics"
        : "Kept by "
            + new TreeMap<>(topic.settings())
                .entrySet().stream()
                    .map(setting -> "`" + setting.getKey() + "=" + setting.getValue() + "`")
                    .collect(Collectors.joining(", "))
            + age(topic);
  }

  private static String age(Topic topic) {
    return topic.settings().entrySet().stream()
        .filter(setting -> setting.getKey().endsWith(".ms"))
        .map(
            setting ->
                " ("
                    + DurationText.format(Duration.ofMillis(Long.parseLong(setting.getValue())))
                    + ")")
        .collect(Collectors.joining());
  }
}
