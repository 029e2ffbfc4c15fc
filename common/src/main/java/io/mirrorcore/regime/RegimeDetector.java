package io.mirrorcore.regime;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Detector of the regime of a market from its simple returns m_t, fed one bar at a time.
 *
 * <pre>
 *   q = rank_250(SD_20(m))             share of the last 250 SDs at or below the newest
 *   e = |sum_20 m| / sum_20 |m|        Kaufman's efficiency ratio (Trading Systems, 1995)
 *   q &gt; 0.8 VOLATILE; else e &gt; 0.35 TRENDING; else e &lt; 0.20 RANGING; else MIXED
 * </pre>
 *
 * <p>The path on which e is measured is the running <em>sum</em> of the simple returns: the market
 * return is a mean over symbols, re-weighted every bar, so that its sum is what a constant stake
 * earned; and unlike a sum of logarithms it exists for every return. It is added up anew from the
 * window, so that one absurd return is forgotten when it leaves.
 *
 * <p>Enough history: before {@code efficiencyWindow} returns there is no e, and the answer is
 * MIXED. A rank means little among few, so VOLATILE is not said before {@value #MIN_RANKED} SDs
 * exist (fewer when the rank window itself is shorter); from then on q is the rank among as many as
 * were seen, up to the rank window. A market that does not move at all has e = 0 (RANGING) and, its
 * SD being 0, is never VOLATILE, though a tie of zeros would rank 1.
 *
 * <p>Hysteresis: another regime replaces the ruling one when it has been the raw answer for {@code
 * hysteresisBars} bars in a row; a bar that says anything else starts the count again.
 *
 * <p>Where a person says which regime rules, always one or one after the other ({@link
 * RegimeCalendar}), that is the answer; the market is followed all the same, so that a job can go
 * on from its state when the detector shall be heard again.
 */
public final class RegimeDetector implements Stateful {

  private static final int MIN_RANKED = 60;

  private final RegimeSettings settings;
  private final StandardDeviation deviation;
  private final RollingRank rank;
  private final Window steps;
  private int ranked;
  private Regime ruling = Regime.MIXED;
  private Regime candidate = Regime.MIXED;
  private int candidateBars;

  public RegimeDetector(RegimeSettings settings) {
    this.settings = settings;
    deviation = new StandardDeviation(settings.volWindow());
    rank = new RollingRank(settings.rankWindow());
    steps = new Window(settings.efficiencyWindow());
  }

  /**
   * Takes in one bar.
   *
   * @param marketReturn simple return of the market over the bar, finite
   * @return what the detector says after it
   */
  public Regime onReturn(double marketReturn) {
    if (!Double.isFinite(marketReturn)) {
      throw new IllegalArgumentException("market return must be finite; have " + marketReturn);
    }
    steps.add(marketReturn);
    deviation.add(marketReturn);
    if (deviation.isReady()) {
      rank.add(deviation.value());
      ranked = Math.min(ranked + 1, settings.rankWindow());
    }
    settle(raw());
    return regime();
  }

  /** What the detector itself says now; MIXED before the first bar. */
  public Regime regime() {
    return ruling;
  }

  /** The regime that rules at a close, whoever says so. */
  public Regime regime(String portfolio, long close) {
    return settings.source().ruling(ruling, portfolio, close);
  }

  private Regime raw() {
    if (isVolatile()) {
      return Regime.VOLATILE;
    }
    if (!steps.isFull()) {
      return Regime.MIXED;
    }
    double e = efficiency();
    if (e > settings.trendingAbove()) {
      return Regime.TRENDING;
    }
    return e < settings.rangingBelow() ? Regime.RANGING : Regime.MIXED;
  }

  private double efficiency() {
    double way = 0;
    double path = 0;
    for (int i = 0; i < steps.size(); i++) {
      way += steps.get(i);
      path += Math.abs(steps.get(i));
    }
    return Ratio.of(Math.abs(way), path, 0);
  }

  private boolean isVolatile() {
    return ranked >= Math.min(MIN_RANKED, settings.rankWindow())
        && deviation.value() > 0
        && rank.value() > settings.volatileAbove();
  }

  private void settle(Regime raw) {
    if (raw == ruling) {
      candidateBars = 0;
      return;
    }
    candidateBars = raw == candidate ? candidateBars + 1 : 1;
    candidate = raw;
    if (candidateBars >= settings.hysteresisBars()) {
      ruling = raw;
      candidateBars = 0;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    deviation.save(out);
    rank.save(out);
    steps.save(out);
    out.writeInt(ranked);
    out.writeUTF(ruling.name());
    out.writeUTF(candidate.name());
    out.writeInt(candidateBars);
  }

  @Override
  public void load(DataInput in) throws IOException {
    deviation.load(in);
    rank.load(in);
    steps.load(in);
    ranked = in.readInt();
    ruling = Regime.valueOf(in.readUTF());
    candidate = Regime.valueOf(in.readUTF());
    candidateBars = in.readInt();
  }
}
