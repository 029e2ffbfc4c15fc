package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of two bars with the same symbol and time the first counts, the second is put aside. */
class DuplicateInputTest {

  private static Scenario.Outcome clean;

  private static Scenario market() {
    return new Scenario().bars(1, 20, "A", "B");
  }

  @BeforeAll
  static void runWithoutDuplicates() throws Exception {
    clean = market().bars(21, 100, "A", "B").run();
  }

  @Test
  void aSecondBarIsADeadLetterEvenWithOtherPrices() throws Exception {
    Scenario.Outcome twice =
        market()
            .give(Scenario.bar("B", 20))
            .give(Scenario.bar("B", 20, 2))
            .bars(21, 100, "A", "B")
            .run();

    assertThat(twice.rejected(RejectReason.DUPLICATE)).isEqualTo(2);
    assertThat(twice.lines(Topic.DEAD_LETTER))
        .hasSize(2)
        .allMatch(line -> line.contains("a bar of B with time 1200000 has been seen before"));
    assertThat(twice.results()).isEqualTo(clean.results());
  }

  @Test
  void aPartialBarIsReplacedByItsFinalFormWhereThatIsWanted() throws Exception {
    Scenario.Outcome revised =
        new Scenario()
            .bars(1, 19, "A", "B")
            .give(Scenario.bar("B", 20, 2))
            .bars(20, 100, "A", "B")
            .with("bars.revisions", "last-before-close")
            .run();

    assertThat(revised.lines(Topic.DEAD_LETTER)).isEmpty();
    assertThat(revised.results()).isEqualTo(clean.results());
  }

  @Test
  void oneThatIsLateAsWellIsStillADuplicateForSixtyFourBars() throws Exception {
    Scenario.Outcome late =
        market()
            .bars(21, 100, "A", "B")
            .give(Scenario.bar("A", 60))
            .give(Scenario.bar("A", 30))
            .run();

    assertThat(late.rejected(RejectReason.DUPLICATE)).isEqualTo(1);
    assertThat(late.rejected(RejectReason.LATE)).isEqualTo(1);
    assertThat(late.results()).isEqualTo(clean.results());
  }

  @Test
  void aTopicThatIsSentTwiceGivesEverythingOnce() throws Exception {
    Scenario.Outcome again = market().bars(1, 20, "A", "B").bars(21, 100, "A", "B").run();

    assertThat(again.rejected(RejectReason.DUPLICATE)).isEqualTo(40);
    assertThat(again.results()).isEqualTo(clean.results());
  }
}
