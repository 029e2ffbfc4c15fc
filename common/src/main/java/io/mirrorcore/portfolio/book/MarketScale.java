package io.mirrorcore.portfolio.book;

import io.mirrorcore.indicator.statistic.Uncertainty;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * By what net positions are scaled besides their weights: the size that the {@link Uncertainty} of
 * the market's returns calls for, 0, 0.25, 0.5 or 1. The market of a bar is the mean of its
 * symbols' returns, as for the regime. While its history is too short nothing is known, and nothing
 * is scaled. To be shown every close from the first on.
 */
public final class MarketScale implements Stateful {

  private final Uncertainty uncertainty = Uncertainty.ofMarket();
  private final boolean on;

  public MarketScale(Sizing sizing) {
    on = sizing == Sizing.ENTROPY;
  }

  /** Whether anything is scaled. */
  public boolean isOn() {
    return on;
  }

  /** Takes in one close. */
  public void see(PortfolioBar bar) {
    if (on) {
      bar.earned().ifPresent(earned -> uncertainty.add(earned.market()));
    }
  }

  /** In [0, 1]; 1 where it is off, or not known yet. */
  public double value() {
    return on && uncertainty.isReady() ? uncertainty.level().size() : 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    uncertainty.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    uncertainty.load(in);
  }
}
