package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.strategy.PairReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FormedPairTest {

  private static final FormedPair.Rule RULE = new FormedPair.Rule(2, 0.5, 6);

  /** ln a - 2 ln b has mean 1 and deviation 0.5. */
  private FormedPair pair = new FormedPair("A", "B", 2, 1, 0.5);

  /** The legs and what happened at a close at which z is this. */
  private String at(double z) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pair.save(new DataOutputStream(bytes));
    pair = FormedPair.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    double logB = 0.25;
    PairReading reading = pair.next(1 + 0.5 * z + 2 * logB, logB, RULE);
    if (reading == null) {
      return "none";
    }
    double[] n = reading.numbers();
    return "%s %s %s".formatted(n[0], n[1], n[3] > 0 ? "opened" : n[3] < 0 ? "closed" : "kept");
  }

  @Test
  void entersAgainstTheSpreadWithBothLegsDividedByTheHedge() throws IOException {
    assertThat(at(1.9)).isEqualTo("none");
    assertThat(at(2.5)).isEqualTo("-0.5 1.0 opened");
    assertThat(at(5)).isEqualTo("-0.5 1.0 kept");
    assertThat(at(0.6)).isEqualTo("-0.5 1.0 kept");
    assertThat(at(0.4)).isEqualTo("0.0 0.0 closed");
    assertThat(at(-3)).isEqualTo("0.5 -1.0 opened");
  }

  @Test
  void aHedgeBelowOneScalesOnlyItsOwnLeg() {
    FormedPair small = new FormedPair("A", "B", 0.25, 0, 1);
    assertThat(small.next(3, 0, RULE).numbers()).containsExactly(-1, 0.25, 3, 1);
  }

  @Test
  void aJumpAcrossIsAnExitAndMayBeAnEntry() throws IOException {
    at(3);
    assertThat(at(-1)).isEqualTo("0.0 0.0 closed");
    at(3);
    assertThat(at(-3)).isEqualTo("0.5 -1.0 opened");
  }

  @Test
  void aStoppedPairWaitsUntilItsSpreadHasComeHome() throws IOException {
    at(3);
    assertThat(at(6.1)).isEqualTo("0.0 0.0 closed");
    assertThat(at(3)).isEqualTo("none");
    assertThat(at(0.6)).isEqualTo("none");
    assertThat(at(3)).isEqualTo("none");
    assertThat(at(0.4)).isEqualTo("none");
    assertThat(at(3)).isEqualTo("-0.5 1.0 opened");
  }

  @Test
  void nothingIsEnteredBeyondTheStop() throws IOException {
    assertThat(at(6.5)).isEqualTo("none");
    assertThat(at(6)).isEqualTo("-0.5 1.0 opened");
  }
}
