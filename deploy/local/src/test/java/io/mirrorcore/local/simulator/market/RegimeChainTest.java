package io.mirrorcore.local.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegimeChainTest {

  @Test
  void everyRegimeComesAndStaysForAWhile() {
    RegimeChain chain = new RegimeChain(new RandomStream(new SplittableRandom(1)));
    Map<MarketRegime, Integer> bars = new EnumMap<>(MarketRegime.class);
    MarketRegime last = chain.next();
    assertThat(chain.hasJustBegun()).isFalse();
    int stay = 1;
    for (int i = 0; i < 100_000; i++) {
      MarketRegime next = chain.next();
      assertThat(chain.hasJustBegun()).isEqualTo(next != last);
      if (next != last) {
        assertThat(stay).isBetween(RegimeChain.SHORTEST, RegimeChain.LONGEST);
        stay = 0;
      }
      stay++;
      bars.merge(next, 1, Integer::sum);
      last = next;
    }
    assertThat(bars.keySet()).containsExactly(MarketRegime.values());
    assertThat(bars.values()).allSatisfy(n -> assertThat(n).isBetween(15_000, 35_000));
  }
}
