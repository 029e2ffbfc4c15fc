package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.EngleGranger;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Latch;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Roster;
import io.mirrorcore.strategy.Shard;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * PAIRS_TRADING: trades against the spread of two cointegrated prices; latched with exit, per pair.
 *
 * <pre>
 *   a pair (a, b), in order of name, passes when corr(r_a, r_b) &gt;= min_correlation and the
 *   Dickey-Fuller t of ln a on ln b over lookback bars is &lt; adf_critical       ({@link EngleGranger})
 *   z &gt; entry: a -1, b +min(1, hedge)      z &lt; -entry: a +1, b -min(1, hedge)
 *   exit: |z| &lt; exit, or the pair no longer passes
 *   position of a symbol = mean over its open pairs
 *   confidence = min(0.9, |z| / (2 entry)) of its widest open pair
 * </pre>
 *
 * <p>Differences of raw prices are no spread: they mix two scales, and one of two independent
 * random walks looks mean-reverting at every turn. The hedge ratio is that of the entry, for a
 * position stays until its exit; a negative one (rare, given the correlation) puts both legs on one
 * side. While one of its symbols lacks a bar a pair keeps its position.
 *
 * <p>A symbol says BUY or SELL when one of its pairs opens on the side on which it then is, and
 * EXIT when its last pair closes. A pair's statistics are computed from its symbols' windows at
 * every close, so the only state of a pair is its open position. Each symbol prepares its rows once
 * a close; a pair that fails the correlation test, as most do, then costs one inner product of
 * length lookback.
 *
 * <p>Edition 2 ({@link FormedPairs}) forms pairs in one period and trades them in the next, as
 * Gatev, Goetzmann and Rouwenhorst (RFS 19, 2006) do. Tested anew at every bar the first fired on
 * 0.016 % of pair-days, and 129 of its 169 trades ended because the test failed two bars later: a
 * test at 60 bars comes and goes by chance. With a hedge above 1 it also capped one leg and so
 * traded another spread than the one it had tested.
 */
public final class PairsTrading implements PairStrategy {

  private static final Parameter LOOKBACK =
      Parameter.integer("lookback", 60, 10, 1000, "bars of correlation and regression");
  private static final Parameter ENTRY =
      Parameter.real("entry", 2, 0.1, 10, "deviations of the spread to enter at");
  private static final Parameter EXIT =
      Parameter.real("exit", 0.5, 0, 10, "deviations of the spread within which to exit");
  private static final Parameter MIN_CORRELATION =
      Parameter.real("min-correlation", 0.7, -1, 1, "least correlation of the returns");
  private static final Parameter ADF_CRITICAL =
      Parameter.real(
          "adf-critical", -3.34, -20, 0, "Dickey-Fuller t below which to trade a spread");

  private static final Parameter FORMATION =
      Parameter.integer("formation", 250, 20, 2000, "bars in which pairs are looked for");
  private static final Parameter TRADING =
      Parameter.integer("trading", 125, 1, 2000, "bars for which they are traded");
  private static final Parameter STOP =
      Parameter.real("stop", 6, 0.1, 100, "deviations of the spread beyond which to give up");
  private static final Parameter FORMATION_CORRELATION =
      Parameter.real("min-correlation", 0.5, -1, 1, MIN_CORRELATION.description());
  private static final Parameter FORMATION_CRITICAL =
      Parameter.real("adf-critical", -3.04, -20, 0, "Dickey-Fuller t below which to form a pair");

  /** Bars without one of a symbol after which it counts as gone. */
  static final int FORGET_BARS = 2000;

  /** What happened to a pair at a close: the last number of its reading. */
  static final int OPENED = 1;

  static final int KEPT = 0;
  static final int CLOSED = -1;

  @Override
  public String id() {
    return "PAIRS_TRADING";
  }

  @Override
  public List<Parameter> parameters() {
    return parameters(Edition.DEFAULT);
  }

  @Override
  public List<Parameter> parameters(Edition edition) {
    return edition == Edition.FIRST
        ? List.of(Edition.PARAMETER, LOOKBACK, ENTRY, EXIT, MIN_CORRELATION, ADF_CRITICAL)
        : List.of(
            Edition.PARAMETER,
            FORMATION,
            TRADING,
            ENTRY,
            EXIT,
            STOP,
            FORMATION_CORRELATION,
            FORMATION_CRITICAL);
  }

  @Override
  public List<String> attributes() {
    return List.of("pairs_open", "zscore");
  }

  @Override
  public List<String> check(Parameters parameters) {
    List<String> violations = new ArrayList<>();
    double entry = parameters.real(ENTRY);
    double exit = parameters.real(EXIT);
    if (exit > entry) {
      violations.add("exit must be at most entry (" + entry + "); have " + exit + ": lower exit");
    }
    if (parameters.edition() == Edition.SECOND && parameters.real(STOP) <= entry) {
      violations.add(
          "stop must be more than entry ("
              + entry
              + "), or nothing is entered; have "
              + parameters.real(STOP));
    }
    return violations;
  }

  @Override
  public PairStrategy.Machine machine(Parameters parameters, int shard, int shards) {
    Shard own = new Shard(shard, shards);
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters, own)
        : new FormedPairs(
            new FormedPairs.Periods(parameters.integer(FORMATION), parameters.integer(TRADING)),
            new FormedPairs.Test(
                parameters.real(FORMATION_CORRELATION), parameters.real(FORMATION_CRITICAL)),
            new FormedPair.Rule(
                parameters.real(ENTRY), parameters.real(EXIT), parameters.real(STOP)),
            own);
  }

  @Override
  public List<Signal> combine(Parameters parameters, List<Bar> bars, List<PairReading> readings) {
    double full = 2 * parameters.real(ENTRY);
    TreeMap<String, Book> books = new TreeMap<>();
    for (PairReading reading : readings) {
      if (reading.isAlone()) {
        books.computeIfAbsent(reading.first(), s -> new Book()).takesPart = true;
      } else {
        double[] n = reading.numbers();
        books.computeIfAbsent(reading.first(), s -> new Book()).add(n[0], n[2], (int) n[3]);
        books.computeIfAbsent(reading.second(), s -> new Book()).add(n[1], n[2], (int) n[3]);
      }
    }
    return bars.stream()
        .map(bar -> books.get(bar.symbol()))
        .map(book -> book == null || !book.takesPart ? Signal.WARMUP : book.signal(full))
        .toList();
  }

  /** The legs of one symbol at one close. */
  private static final class Book {
    private boolean takesPart;
    private int open;
    private double legs;
    private double widest;
    private boolean bought;
    private boolean sold;
    private boolean closed;

    void add(double leg, double z, int event) {
      if (event == CLOSED) {
        closed = true;
        return;
      }
      open++;
      legs += leg;
      widest = Math.abs(z) > Math.abs(widest) ? z : widest;
      bought |= event == OPENED && leg > 0;
      sold |= event == OPENED && leg < 0;
    }

    Signal signal(double full) {
      double position = open > 0 ? legs / open : 0;
      Action action =
          bought && position > 0 ? Action.BUY : sold && position < 0 ? Action.SELL : Action.HOLD;
      String label = closed && open == 0 ? Latch.EXIT : "";
      double confidence = Math.min(0.9, Math.abs(widest) / full);
      return new Signal(action, position, confidence, label, new double[] {open, widest});
    }
  }

  /**
   * A pair that has a position.
   *
   * @param side +1 long a, -1 short a
   * @param hedge leg of b against it, in [-1, 1], of the entry
   * @param z of the newest close at which both had a bar
   */
  private record Open(int side, double hedge, double z) {

    PairReading reading(String a, String b, int event) {
      return new PairReading(a, b, new double[] {side, -side * hedge, z, event});
    }

    static PairReading closed(String a, String b) {
      return new PairReading(a, b, new double[] {0, 0, 0, CLOSED});
    }
  }

  private static final class Machine implements PairStrategy.Machine {

    private final double entry;
    private final double exit;
    private final double minCorrelation;
    private final double critical;
    private final Shard shard;
    private final Roster<SpreadTrack> roster;
    private final TreeMap<String, TreeMap<String, Open>> open = new TreeMap<>();

    Machine(Parameters parameters, Shard shard) {
      entry = parameters.real(ENTRY);
      exit = parameters.real(EXIT);
      minCorrelation = parameters.real(MIN_CORRELATION);
      critical = parameters.real(ADF_CRITICAL);
      this.shard = shard;
      int lookback = parameters.integer(LOOKBACK);
      roster = new Roster<>(FORGET_BARS, symbol -> new SpreadTrack(lookback));
    }

    @Override
    public List<PairReading> onBars(List<Bar> bars) {
      roster.add(bars);
      List<PairReading> readings = new ArrayList<>();
      keepAbsent(readings);
      List<Roster.Member<SpreadTrack>> members = roster.participants();
      members.forEach(member -> member.series().prepare());
      for (int i = 0; i < members.size(); i++) {
        String symbol = members.get(i).symbol();
        if (shard.owns(symbol, symbol)) {
          readings.add(PairReading.alone(symbol));
        }
        row(members.get(i), members.subList(i + 1, members.size()), readings);
      }
      readings.sort(PairReading.ORDER);
      return readings;
    }

    /** Open pairs without both bars: kept, or closed where one of the two has been forgotten. */
    private void keepAbsent(List<PairReading> readings) {
      open.forEach((a, row) -> row.entrySet().removeIf(pair -> !stays(a, pair, readings)));
      open.values().removeIf(Map::isEmpty);
    }

    private boolean stays(String a, Map.Entry<String, Open> pair, List<PairReading> readings) {
      String b = pair.getKey();
      if (roster.takesPart(a) && roster.takesPart(b)) {
        return true;
      }
      boolean known = roster.knows(a) && roster.knows(b);
      readings.add(known ? pair.getValue().reading(a, b, KEPT) : Open.closed(a, b));
      return known;
    }

    private void row(
        Roster.Member<SpreadTrack> a,
        List<Roster.Member<SpreadTrack>> others,
        List<PairReading> readings) {
      TreeMap<String, Open> row = open.getOrDefault(a.symbol(), new TreeMap<>());
      for (Roster.Member<SpreadTrack> b : others) {
        if (shard.owns(a.symbol(), b.symbol())) {
          Open before = row.isEmpty() ? null : row.get(b.symbol());
          Open now = next(before, a.series(), b.series());
          if (now != null) {
            row.put(b.symbol(), now);
            boolean opened = before == null || before.side != now.side;
            readings.add(now.reading(a.symbol(), b.symbol(), opened ? OPENED : KEPT));
          } else if (before != null) {
            row.remove(b.symbol());
            readings.add(Open.closed(a.symbol(), b.symbol()));
          }
        }
      }
      if (row.isEmpty()) {
        open.remove(a.symbol());
      } else {
        open.put(a.symbol(), row);
      }
    }

    /** The position of a pair after this close; null where it has none. */
    private Open next(Open before, SpreadTrack a, SpreadTrack b) {
      if (!(SpreadTrack.correlation(a, b) >= minCorrelation)) {
        return null;
      }
      EngleGranger fit = EngleGranger.of(a.spread(), b.spread());
      if (!(fit.tStatistic() < critical)) {
        return null;
      }
      int side = fit.z() > entry ? -1 : fit.z() < -entry ? 1 : 0;
      if (side != 0 && (before == null || before.side != side)) {
        return new Open(side, Math.max(-1, Math.min(1, fit.hedge())), fit.z());
      }
      boolean leaves = before == null || (side == 0 && Math.abs(fit.z()) < exit);
      return leaves ? null : new Open(before.side, before.hedge, fit.z());
    }

    @Override
    public void save(DataOutput out) throws IOException {
      roster.save(out);
      out.writeInt(open.values().stream().mapToInt(Map::size).sum());
      for (Map.Entry<String, TreeMap<String, Open>> row : open.entrySet()) {
        for (Map.Entry<String, Open> pair : row.getValue().entrySet()) {
          out.writeUTF(row.getKey());
          out.writeUTF(pair.getKey());
          out.writeByte(pair.getValue().side);
          out.writeDouble(pair.getValue().hedge);
          out.writeDouble(pair.getValue().z);
        }
      }
    }

    @Override
    public void load(DataInput in) throws IOException {
      roster.load(in);
      open.clear();
      for (int left = in.readInt(); left > 0; left--) {
        TreeMap<String, Open> row = open.computeIfAbsent(in.readUTF(), a -> new TreeMap<>());
        row.put(in.readUTF(), new Open(in.readByte(), in.readDouble(), in.readDouble()));
      }
    }
  }
}
