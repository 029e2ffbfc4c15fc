package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.EngleGranger;
import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Roster;
import io.mirrorcore.strategy.Shard;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The second edition of {@link PairsTrading}: pairs are formed in one period and traded in the
 * next.
 *
 * <pre>
 *   formation at the portfolio's close number formation, then every trading closes,
 *   among the symbols with a bar at each of the last formation closes; a (first by name) on b:
 *     corr(r_a, r_b) &gt;= min_correlation,  Dickey-Fuller t &lt; adf_critical,  hedge &gt; 0  ({@link EngleGranger})
 *   until the next formation: {@link FormedPair}
 * </pre>
 *
 * <p>At a formation the old period closes first, then the new pairs may open at once. A pair one of
 * whose symbols lacks a bar keeps its position. A symbol is warming up until it has been through a
 * formation. Hedge, mean and deviation are those of the formation: what is traded is what was
 * tested. Between formations a close costs two logarithms a pair that was formed, of some thousand
 * times as many that were not nothing.
 */
final class FormedPairs implements PairStrategy.Machine {

  /**
   * How long.
   *
   * @param formation closes that a test sees
   * @param trading closes from one formation to the next
   */
  record Periods(int formation, int trading) {}

  /**
   * Which pairs.
   *
   * @param minCorrelation of the returns
   * @param critical Dickey-Fuller t to be below
   */
  record Test(double minCorrelation, double critical) {}

  private final Periods periods;
  private final Test test;
  private final FormedPair.Rule rule;
  private final Shard shard;
  private final Roster<FormationTrack> roster;
  private final List<FormedPair> pairs = new ArrayList<>();
  private long closes;

  FormedPairs(Periods periods, Test test, FormedPair.Rule rule, Shard shard) {
    this.periods = periods;
    this.test = test;
    this.rule = rule;
    this.shard = shard;
    roster =
        new Roster<>(PairsTrading.FORGET_BARS, symbol -> new FormationTrack(periods.formation()));
  }

  @Override
  public List<PairReading> onBars(List<Bar> bars) {
    roster.add(bars);
    closes++;
    List<PairReading> readings = new ArrayList<>();
    long since = closes - periods.formation();
    if (since >= 0 && since % periods.trading() == 0) {
      pairs.stream().filter(FormedPair::isOpen).map(FormedPair::closed).forEach(readings::add);
      pairs.clear();
      form(bars);
    }
    for (Roster.Member<FormationTrack> member : roster.participants()) {
      if (shard.owns(member.symbol(), member.symbol())) {
        readings.add(PairReading.alone(member.symbol()));
      }
    }
    pairs.forEach(pair -> trade(pair, readings));
    readings.sort(PairReading.ORDER);
    return readings;
  }

  private void form(List<Bar> bars) {
    List<String> symbols =
        bars.stream()
            .map(Bar::symbol)
            .filter(symbol -> roster.series(symbol).isComplete())
            .sorted()
            .toList();
    List<FormationTrack> tracks = symbols.stream().map(roster::series).toList();
    tracks.forEach(FormationTrack::open);
    for (int i = 0; i < tracks.size(); i++) {
      for (int j = i + 1; j < tracks.size(); j++) {
        if (shard.owns(symbols.get(i), symbols.get(j))) {
          form(symbols.get(i), tracks.get(i), symbols.get(j), tracks.get(j));
        }
      }
    }
    tracks.forEach(FormationTrack::close);
  }

  private void form(String a, FormationTrack first, String b, FormationTrack second) {
    if (!(FormationTrack.correlation(first, second) >= test.minCorrelation)) {
      return;
    }
    EngleGranger fit = EngleGranger.of(first.spread(), second.spread());
    if (fit.tStatistic() < test.critical && fit.hedge() > 0) {
      double mean = first.mean() - fit.hedge() * second.mean();
      pairs.add(new FormedPair(a, b, fit.hedge(), mean, fit.deviation()));
    }
  }

  /** Pairs of this trading period. */
  int formed() {
    return pairs.size();
  }

  private void trade(FormedPair pair, List<PairReading> readings) {
    String a = pair.first();
    String b = pair.second();
    if (roster.takesPart(a) && roster.takesPart(b)) {
      double logA = roster.series(a).newestLog();
      PairReading reading = pair.next(logA, roster.series(b).newestLog(), rule);
      if (reading != null) {
        readings.add(reading);
      }
    } else if (pair.isOpen()) {
      readings.add(pair.kept());
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    roster.save(out);
    out.writeLong(closes);
    out.writeInt(pairs.size());
    for (FormedPair pair : pairs) {
      pair.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    roster.load(in);
    closes = in.readLong();
    pairs.clear();
    for (int left = in.readInt(); left > 0; left--) {
      pairs.add(FormedPair.load(in));
    }
  }
}
