package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import org.junit.jupiter.api.Test;

/** Records more than time.out-of-orderness behind their partition are put aside and counted. */
class LateInputTest {

  private static Scenario market() {
    return new Scenario().bars(1, 20, "A", "B");
  }

  @Test
  void aLateBarIsADeadLetterAndChangesNothing() throws Exception {
    Scenario.Outcome clean = market().bars(21, 40, "A", "B").run();
    Scenario.Outcome late = market().give(Scenario.bar("C", 15)).bars(21, 40, "A", "B").run();

    assertThat(late.rejected(RejectReason.LATE)).isEqualTo(1);
    assertThat(late.lines(Topic.DEAD_LETTER))
        .singleElement()
        .asString()
        .contains("\"reason\":\"LATE\"", "BAR of C with time 900000", "\"raw\":\"eyJzeW1ib2wi");
    assertThat(late.results()).isEqualTo(clean.results());
  }

  @Test
  void aLateTickIsADeadLetterAndChangesNothing() throws Exception {
    long now = 20 * Scenario.MINUTE;
    Scenario.Outcome clean = market().trade("A", now + 9_000, 100).bars(21, 40, "A", "B").run();
    Scenario.Outcome late =
        market()
            .trade("A", now + 9_000, 100)
            .trade("A", now + 7_999, 5_000)
            .bars(21, 40, "A", "B")
            .run();

    assertThat(late.rejected(RejectReason.LATE)).isEqualTo(1);
    assertThat(late.lines(Topic.DEAD_LETTER))
        .singleElement()
        .asString()
        .contains("TICK of A with time 1207999", "Raise that if such delays are normal");
    assertThat(late.results()).isEqualTo(clean.results());
  }

  @Test
  void whatIsWithinTheBoundIsNotLate() throws Exception {
    long now = 20 * Scenario.MINUTE;
    Scenario.Outcome outcome =
        market().trade("A", now + 9_000, 100).trade("A", now + 8_000, 100).run();

    assertThat(outcome.lines(Topic.DEAD_LETTER)).isEmpty();
  }
}
