package io.mirrorcore.strategy.price.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CautiousQTableTest {

  private final CautiousQTable table = new CautiousQTable(2, 0.01, 0);

  @Test
  void learnsTheMeanOfWhatItSawByHand() {
    // Targets of holding +1 where +1 is held: 3, then 1, then 2. Rates 1, 1/2, 1/3.
    table.learn(0, 1, 3, 0.5);
    assertThat(table.value(0, 1, 1)).isEqualTo(3);
    table.learn(0, 1, 1, 0.5);
    assertThat(table.value(0, 1, 1)).isEqualTo(2);
    table.learn(0, 1, 2, 0.5);
    assertThat(table.value(0, 1, 1)).isCloseTo(2, within(1e-15));
    // From -1 the cost of changing by 2 comes off.
    assertThat(table.value(0, -1, 1)).isCloseTo(1, within(1e-15));
    assertThat(table.value(1, 1, 1)).isZero();
  }

  @Test
  void keepsThePositionInAStateSeenFewerThanTwice() {
    table.learn(0, 1, 3, 0);
    assertThat(table.choose(0, 0)).isZero();
    assertThat(table.choose(0, -1)).isEqualTo(-1);
    table.learn(0, 1, 3, 0);
    assertThat(table.choose(0, 0)).isEqualTo(1); // 3 > 0 and never anything else: no doubt
    assertThat(table.choose(0, -1)).isEqualTo(1);
  }

  @Test
  void leavesThePositionOnlyForWhatIsSurelyBetterByHand() {
    // Targets 3 and 1: mean 2, V = 1, rate 1/2. A lead of 2 over 2 sqrt(1/2) = 1.41.
    table.learn(0, 1, 3, 0);
    table.learn(0, 1, 1, 0);
    assertThat(table.choose(0, 0)).isEqualTo(1);
    // Targets 4 and -1: mean 1.5, V = 6.25. A lead of 1.5, not over 2 sqrt(6.25 / 2) = 3.54.
    CautiousQTable doubtful = new CautiousQTable(1, 0.01, 0);
    doubtful.learn(0, 0, 4, 0);
    doubtful.learn(0, 0, -1, 0);
    assertThat(doubtful.value(0, 0, 1)).isEqualTo(1.5);
    assertThat(doubtful.choose(0, 0)).isZero();
    // From -1 the lead of +1 is 3 and the doubt the same; of being flat there is no doubt.
    assertThat(doubtful.choose(0, -1)).isZero();
  }

  @Test
  void isFlatOnNoiseThatTheOtherEditionTrades() {
    QTable bold = new QTable(1, 0.1, 0.9);
    CautiousQTable cautious = new CautiousQTable(1, 0.01, 0.9);
    SplittableRandom random = new SplittableRandom(1);
    int boldFlat = 0;
    int cautiousFlat = 0;
    for (int bar = 0; bar < 5000; bar++) {
      double gain = random.nextDouble(-1, 1);
      bold.learn(0, 0, gain, 0.02);
      cautious.learn(0, 0, gain, 0.02);
      boldFlat += bold.choose(0, 0) == 0 ? 1 : 0;
      cautiousFlat += cautious.choose(0, 0) == 0 ? 1 : 0;
    }
    assertThat(boldFlat).isLessThan(1000);
    assertThat(cautiousFlat).isGreaterThan(3500);
  }

  @Test
  void goesOnAsSaved() {
    table.learn(0, 1, 3, 0.1);
    table.learn(0, 1, -1, 0.1);
    CautiousQTable copy = Saved.copy(table, new CautiousQTable(2, 0.01, 0));
    table.learn(0, 0, 2, 0.1);
    copy.learn(0, 0, 2, 0.1);
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(table));
    assertThat(copy.choose(0, 0)).isEqualTo(table.choose(0, 0));
  }
}
