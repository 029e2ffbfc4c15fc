package io.mirrorcore.console.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.console.feed.Heard;
import io.mirrorcore.console.feed.InputEnd;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one word for what the page can be believed of. */
class StatusPanelTest {

  private static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;

  private final Tree tree = new Tree(START);
  private final StatusPanel status =
      new StatusPanel(tree, new StatusPanel.Subject("job", "1.0", MINUTE, 86_400_000), START);

  @Test
  void isLoadingUntilTheHistoryIsRead() throws IOException {
    status.read(0.4);
    status.tick(START + 1_000);

    assertThat(get("state")).isEqualTo("LOADING");
    assertThat(get("share")).isEqualTo("0.4");
  }

  @Test
  void isLiveWhileBarsComeAndStaleAfterThreeWithout() throws IOException {
    live(START);
    status.tick(START + 1_000);
    assertThat(get("state")).isEqualTo("LIVE");

    status.tick(START + 1_000 + 3 * MINUTE);

    assertThat(get("state")).isEqualTo("STALE");
    assertThat(get("error")).contains("No input has grown");

    status.inputs(Map.of("prices", new InputEnd(9, START)), START + 4 * MINUTE);
    heard(START + 4 * MINUTE, START + 4 * MINUTE);
    status.tick(START + 4 * MINUTE);
    assertThat(get("state")).isEqualTo("LIVE");
    assertThat(panel().has("error")).isFalse();
  }

  @Test
  void saysThatTheJobIsSilentWhereInputsGoOn() throws IOException {
    live(START);
    for (int minute = 1; minute <= 7; minute++) {
      long now = START + minute * MINUTE;
      status.inputs(Map.of("prices", new InputEnd(9 + minute, now)), now);
      status.tick(now);
    }

    assertThat(get("state")).isEqualTo("STALE");
    assertThat(get("error")).contains("publishes nothing");
  }

  @Test
  void isAReplayWhereBarsAreOfYearsAgoAndKnowsNoDelayThen() throws IOException {
    live(START);
    heard(START - 1_000 * MINUTE, START + 2_000);
    status.tick(START + 2_000);

    assertThat(get("state")).isEqualTo("REPLAY");
    assertThat(panel().at("/outputs/weights/delayMs").isNumber()).isFalse();
  }

  @Test
  void isLostWhateverElseIsTrueAndSaysWhy() throws IOException {
    live(START);
    status.lost("Kafka does not answer");
    status.tick(START + 1_000);
    assertThat(get("state")).isEqualTo("LOST");
    assertThat(get("error")).isEqualTo("Kafka does not answer");

    status.back();
    status.tick(START + 2_000);
    assertThat(get("state")).isEqualTo("LIVE");
    assertThat(get("since")).isEqualTo(Long.toString(START + 2_000));
  }

  @Test
  void countsRecordsASecond() throws IOException {
    status.inputs(Map.of("prices", new InputEnd(100, START)), START);
    status.inputs(Map.of("prices", new InputEnd(150, START)), START + 5_000);
    status.tick(START + 5_000);

    assertThat(panel().at("/inputs/prices/rate").asDouble()).isEqualTo(10);
    assertThat(panel().at("/inputs/prices/records").asLong()).isEqualTo(150);
  }

  private void live(long now) {
    status.read(1);
    status.inputs(Map.of("prices", new InputEnd(8, now)), now);
    heard(now, now);
  }

  private void heard(long event, long arrival) {
    status.heard(new Heard(Topic.WEIGHTS, arrival, arrival, new byte[0]), event);
  }

  private String get(String name) throws IOException {
    return panel().path(name).asText();
  }

  private JsonNode panel() throws IOException {
    return new ObjectMapper().readTree(tree.snapshot()).at("/panels/status");
  }
}
