package io.mirrorcore.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import org.junit.jupiter.api.Test;

/** From where a topic is read. */
class StartOffsetsTest {

  @Test
  void readsByTimeWhereThatIsNeitherTooMuchNorTooLittle() {
    assertThat(StartOffsets.start(Topic.SIGNALS, 0, 95_000, 100_000)).isEqualTo(95_000);
    assertThat(StartOffsets.start(Topic.WEIGHTS, 0, 95_000, 100_000)).isEqualTo(95_000);
  }

  @Test
  void readsNoMoreThanSoMany() {
    assertThat(StartOffsets.start(Topic.SIGNALS, 0, 10, 100_000))
        .isEqualTo(100_000 - StartOffsets.MOST);
  }

  @Test
  void readsSomeHundredsOfWhatIsToldOverTimeHoweverOldTheyAre() {
    assertThat(StartOffsets.start(Topic.WEIGHTS, 0, 100_000, 100_000))
        .isEqualTo(100_000 - StartOffsets.LEAST);
    assertThat(StartOffsets.start(Topic.SIGNALS, 0, 100_000, 100_000)).isEqualTo(100_000);
    assertThat(StartOffsets.start(Topic.WEIGHTS, 99_990, 100_000, 100_000)).isEqualTo(99_990);
  }

  @Test
  void readsAlertsAsFarBackAsTheyAreKept() {
    assertThat(StartOffsets.start(Topic.ALERTS, 7, 99_000, 100_000)).isEqualTo(7);
  }
}
