package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Saved;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {

  /** Three returns. */
  private static final class Returns implements Roster.Series {
    private final Window window = new Window(3);

    @Override
    public void begin(double close) {}

    @Override
    public void add(double close, double simpleReturn) {
      window.add(simpleReturn);
    }

    @Override
    public boolean isReady() {
      return window.isFull();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      window.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      window.load(in);
    }
  }

  private final Roster<Returns> roster = new Roster<>(5, symbol -> new Returns());

  /** One close; a price of 0 means no bar. Symbols are A, B, ... */
  private static List<Bar> closes(double... prices) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      if (prices[i] > 0) {
        String symbol = Character.toString('A' + i);
        bars.add(new Bar(symbol, 1, prices[i], prices[i], prices[i], prices[i], 1));
      }
    }
    return bars;
  }

  private List<String> participants() {
    return roster.participants().stream().map(Roster.Member::symbol).toList();
  }

  /** The same symbols at every close, with the same returns. */
  @Test
  void agreesWithAlignedReturns() {
    AlignedReturns aligned = new AlignedReturns(3, 5);
    for (int t = 1; t < 60; t++) {
      List<Bar> bars = closes(10 + t % 3, t % 4 > 0 ? 20 + t % 5 : 0, t % 13 > 7 ? 30 + t % 2 : 0);
      roster.add(bars);
      aligned.add(bars);
      assertThat(participants()).isEqualTo(aligned.participants());
      for (Roster.Member<Returns> member : roster.participants()) {
        assertThat(Saved.bytes(member.series().window))
            .isEqualTo(Saved.bytes(aligned.of(member.symbol())));
      }
    }
  }

  @Test
  void aSymbolUnseenForLongIsForgotten() {
    roster.add(closes(1, 1));
    for (int i = 0; i < 4; i++) {
      roster.add(closes(1));
    }
    assertThat(roster.knows("B")).isTrue();
    assertThat(roster.takesPart("B")).isFalse();
    assertThat(roster.ready()).hasSize(2);
    roster.add(closes(1));
    assertThat(roster.knows("B")).isFalse();
  }

  @Test
  void anOverflowingReturnIsCut() {
    roster.add(closes(1e-300));
    roster.add(closes(1e300));
    roster.add(closes(1));
    roster.add(closes(1));
    assertThat(roster.participants().get(0).series().window.oldest()).isEqualTo(1e30);
  }

  @Test
  void loadsWhatItSaved() {
    for (int i = 1; i < 6; i++) {
      roster.add(closes(i, i % 2, 3 * i));
    }
    Roster<Returns> copy = Saved.copy(roster, new Roster<>(5, symbol -> new Returns()));
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(roster));
    assertThat(copy.participants()).extracting(Roster.Member::symbol).isEqualTo(participants());
  }
}
