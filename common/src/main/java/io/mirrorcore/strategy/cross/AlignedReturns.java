package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The last n simple returns of every symbol of a portfolio, aligned by the portfolio's bars under
 * the rules of {@link Roster}. A symbol takes part when it has been known for n + 1 of the
 * portfolio's bars and has a bar now.
 */
final class AlignedReturns implements Stateful {

  private final Roster<Returns> roster;

  /**
   * @param bars n, returns kept per symbol
   * @param forgetBars bars in a row without one of a symbol after which it is forgotten
   */
  AlignedReturns(int bars, int forgetBars) {
    roster = new Roster<>(forgetBars, symbol -> new Returns(new Window(bars)));
  }

  /** The returns of one symbol. */
  private record Returns(Window window) implements Roster.Series {

    @Override
    public void begin(double close) {
      // The first close has no return.
    }

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

  /** Takes in all bars of one close. */
  void add(List<Bar> closed) {
    roster.add(closed);
  }

  /** The symbols that take part now, in order of name. */
  List<String> participants() {
    return roster.participants().stream().map(Roster.Member::symbol).toList();
  }

  /** The n returns of a symbol that takes part, oldest first; not to be changed. */
  Window of(String symbol) {
    return roster.series(symbol).window();
  }

  /** Symbols remembered, whether they take part or not. */
  int size() {
    return roster.size();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    roster.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    roster.load(in);
  }
}
