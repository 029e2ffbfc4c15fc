package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.FalseDiscovery;
import io.mirrorcore.indicator.statistic.GrangerCausality;
import io.mirrorcore.indicator.statistic.LaggedSeries;
import io.mirrorcore.indicator.statistic.VolatilityNormaliser;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.SymbolPattern;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Roster;
import io.mirrorcore.strategy.Shard;
import io.mirrorcore.strategy.TextParameter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CAUSALITY_DETECTOR: when a symbol whose past returns predict another's has moved, trade the
 * other; level.
 *
 * <pre>
 *   p(x leads y) = {@link GrangerCausality} on returns, lags 1 .. max_lag of window bars, Bonferroni
 *   leaders of y: Benjamini-Hochberg at fdr over all ordered pairs of the symbols that take part
 *   x leads y and |r_x| &gt; move_z SD_20(r_x): y in the direction of (sum of b_j) r_x
 *   confidence = 1 - adjusted p of the most confident such leader
 * </pre>
 *
 * <p>Returns, because prices are not stationary and two random walks "cause" each other. The rate
 * of false discoveries, because at a bare 0.05 one pair in twenty is causal by chance: 12,475 of
 * the 249,500 ordered pairs of 500 symbols. A shard reports only the pairs whose p is at most fdr:
 * no other can be a discovery, and the procedure is given the number of all tests separately.
 *
 * <p>Attributes are those of the leader that is followed; where none moved, of the most confident
 * one. Of equal adjusted p the smaller p comes first, then the first by name. Running products of
 * pairs are not saved: the states of the two symbols are enough to compute them again, to the last
 * bit.
 *
 * <p>Edition 2: the test sees returns divided by their {@link VolatilityNormaliser volatility} and
 * clipped. Independent series with a common stochastic volatility (log-variance AR 0.98, shock SD
 * 0.25, T 1500) gave the first a discovery in 42 % of windows for a nominal 5 %; it is 7.8, 6.8 and
 * 5.6 % of N = 3, 5 and 12 symbols now, and a lead with a coefficient of 0.5 is found in 93 %. The
 * move that is acted on is still that of the returns themselves. The attributes best_lag and
 * p_value are those of the leader with the smallest p, whether it is the one that moved or not;
 * where nobody leads, of the symbol that came nearest, in portfolios of up to 32 (beyond, a shard
 * reports only what may be a discovery, and they are 0 and 1).
 *
 * <p>Of edition 2 the text {@code leader} names the leader that is followed, or, where none moved,
 * the most confident one; {@link #leads} tells of all.
 *
 * <p>Of edition 2 {@code leaders} may name who can lead at all, as futures that lead their spot
 * market: only what they may lead then counts as a test, so that less evidence is asked for.
 *
 * <p>Of edition 2 a pair may be tested every {@code test-every} closes only ({@link TestTurns}):
 * between, nothing is done for it: its running products slide over all of those closes when they
 * are needed, and it is judged by the newest p that it has.
 */
public final class CausalityDetector implements PairStrategy {

  private static final Parameter MAX_LAG =
      Parameter.integer("max-lag", 5, 1, 20, "largest number of lags tested");
  private static final Parameter WINDOW =
      Parameter.integer("window", 120, 30, 2000, "bars of returns that a test sees");
  private static final Parameter FDR =
      Parameter.real("fdr", 0.05, 1e-6, 0.5, "rate of false discoveries among the leaders");
  private static final Parameter MOVE_Z =
      Parameter.real("move-z", 1, 0, 100, "move of a leader to act on, in SD_20 of its returns");

  private static final Parameter HALF_LIFE =
      Parameter.real("half-life", 10, 1, 1000, "bars after which a bar's volatility weighs half");
  private static final Parameter CLIP =
      Parameter.real("clip", 1.5, 0.1, 100, "greatest return that a test sees, in volatilities");

  private static final Parameter TEST_EVERY =
      Parameter.integer("test-every", 1, 1, 1000, "bars from one test of a pair to the next");

  private static final TextParameter LEADERS =
      TextParameter.symbols("leaders", "who may lead at all: symbols, or patterns of them");

  /**
   * Symbols up to which every pair is reported, whatever its p: for the attributes of a symbol
   * without a leader, which are those of the one that came nearest.
   */
  private static final int ALL_REPORTED = 32;

  /** Bars without one of a symbol after which it counts as gone. */
  private static final int FORGET_BARS = 2000;

  @Override
  public String id() {
    return "CAUSALITY_DETECTOR";
  }

  @Override
  public List<Parameter> parameters() {
    return parameters(Edition.DEFAULT);
  }

  @Override
  public List<Parameter> parameters(Edition edition) {
    return edition == Edition.FIRST
        ? List.of(Edition.PARAMETER, MAX_LAG, WINDOW, FDR, MOVE_Z)
        : List.of(Edition.PARAMETER, MAX_LAG, WINDOW, FDR, MOVE_Z, HALF_LIFE, CLIP, TEST_EVERY);
  }

  @Override
  public List<TextParameter> texts(Edition edition) {
    return edition == Edition.FIRST ? List.of() : List.of(LEADERS);
  }

  @Override
  public List<String> attributes() {
    return List.of("leaders", "best_lag", "p_value");
  }

  @Override
  public List<String> check(Parameters parameters) {
    int least = 3 * parameters.integer(MAX_LAG) + 2;
    int window = parameters.integer(WINDOW);
    return window >= least
        ? List.of()
        : List.of(
            "window must be at least 3 max-lag + 2 ("
                + least
                + "); have "
                + window
                + ": raise window or lower max-lag");
  }

  @Override
  public PairStrategy.Machine machine(Parameters parameters, int shard, int shards) {
    return new Machine(parameters, new Shard(shard, shards));
  }

  @Override
  public List<Signal> combine(Parameters parameters, List<Bar> bars, List<PairReading> readings) {
    Map<String, Double> moves = moves(parameters, readings);
    List<Link> found = found(parameters, readings, moves);
    Map<String, Lead> leads =
        parameters.edition() == Edition.FIRST
            ? leads(found, moves)
            : surest(found, moves, parameters.real(FDR));
    return bars.stream()
        .map(bar -> moves.containsKey(bar.symbol()) ? leads.get(bar.symbol()) : Lead.UNKNOWN)
        .map(lead -> lead == null ? Lead.NOBODY : lead)
        .map(Lead::signal)
        .toList();
  }

  /** The discoveries; of the first edition, which did not tell, nobody. */
  @Override
  public List<LeadLag> leads(Parameters parameters, List<PairReading> readings) {
    if (parameters.edition() == Edition.FIRST) {
      return List.of();
    }
    return found(parameters, readings, moves(parameters, readings)).stream()
        .filter(link -> link.p <= parameters.real(FDR))
        .map(link -> new LeadLag(link.leader, link.follower, link.lag, link.p, link.coefficients))
        .toList();
  }

  /** By symbol that takes part: its return, 0 where that is too small to act on. */
  private static Map<String, Double> moves(Parameters parameters, List<PairReading> readings) {
    TreeMap<String, Double> moves = new TreeMap<>();
    for (PairReading reading : readings) {
      double[] n = reading.numbers();
      if (reading.isAlone()) {
        moves.put(reading.first(), Math.abs(n[0]) > parameters.real(MOVE_Z) * n[1] ? n[0] : 0);
      }
    }
    return moves;
  }

  private static List<Link> found(
      Parameters parameters, List<PairReading> readings, Map<String, Double> moves) {
    List<Link> links = new ArrayList<>();
    for (PairReading reading : readings) {
      if (!reading.isAlone()) {
        double[] n = reading.numbers();
        links.add(new Link(reading.first(), reading.second(), Math.min(1, n[0]), (int) n[1], n[2]));
        links.add(new Link(reading.second(), reading.first(), Math.min(1, n[3]), (int) n[4], n[5]));
      }
    }
    // Without the leader's own move a link says nothing about this bar.
    links.removeIf(link -> !moves.containsKey(link.leader));
    List<String> allowed = parameters.texts(LEADERS);
    if (allowed.contains("*")) {
      return judged(links, moves.size(), moves.size(), parameters);
    }
    links.removeIf(link -> !isAny(allowed, link.leader));
    int leaders = (int) moves.keySet().stream().filter(symbol -> isAny(allowed, symbol)).count();
    return judged(links, leaders, moves.size(), parameters);
  }

  private static boolean isAny(List<String> patterns, String symbol) {
    return patterns.stream().anyMatch(pattern -> SymbolPattern.matches(pattern, symbol));
  }

  /**
   * Ordered pairs with adjusted p, most confident first: the discoveries or, if told of, all.
   *
   * @param leaders symbols that may lead
   * @param symbols that may follow
   */
  private static List<Link> judged(
      List<Link> links, int leaders, int symbols, Parameters parameters) {
    double fdr = parameters.real(FDR);
    boolean all = tellsAll(parameters, symbols);
    List<Link> sorted =
        links.stream().filter(link -> all || link.p <= fdr).sorted(Link.MOST_CONFIDENT).toList();
    double[] p = sorted.stream().mapToDouble(Link::p).toArray();
    FalseDiscovery.adjust(p, (long) leaders * (symbols - 1));
    List<Link> found = new ArrayList<>();
    for (int i = 0; i < p.length && (all || p[i] <= fdr); i++) {
      found.add(sorted.get(i).adjusted(p[i]));
    }
    return found;
  }

  /** Whether shards tell of pairs without evidence as well; the same in every shard. */
  private static boolean tellsAll(Parameters parameters, int symbols) {
    return parameters.edition() == Edition.SECOND && symbols <= ALL_REPORTED;
  }

  /** By follower: the leader to act on. */
  private static Map<String, Lead> leads(List<Link> found, Map<String, Double> moves) {
    TreeMap<String, Lead> leads = new TreeMap<>();
    for (Link link : found) {
      double push = link.coefficients * moves.get(link.leader);
      Lead lead = leads.getOrDefault(link.follower, Lead.NOBODY);
      leads.put(link.follower, lead.and(link, (int) Math.signum(push)));
    }
    return leads;
  }

  /** By follower: the leader to act on, told of by the one with the smallest p. */
  private static Map<String, Lead> surest(List<Link> found, Map<String, Double> moves, double fdr) {
    TreeMap<String, Lead> leads = new TreeMap<>();
    for (Link link : found) {
      double push = link.coefficients * moves.get(link.leader);
      Lead lead = leads.getOrDefault(link.follower, Lead.NOBODY);
      leads.put(link.follower, lead.andSurer(link, (int) Math.signum(push), link.p <= fdr));
    }
    return leads;
  }

  /**
   * One symbol leads another.
   *
   * @param p in [0, 1]
   * @param lag bars at which it shows most
   * @param coefficients sum of the leader's
   */
  private record Link(String leader, String follower, double p, int lag, double coefficients) {

    static final Comparator<Link> MOST_CONFIDENT =
        Comparator.comparingDouble(Link::p)
            .thenComparing(Link::leader)
            .thenComparing(Link::follower);

    Link adjusted(double adjustedP) {
      return new Link(leader, follower, adjustedP, lag, coefficients);
    }
  }

  /**
   * What is known about the leaders of one symbol.
   *
   * @param leaders how many; -1 while the symbol is warming up
   * @param side +1 or -1 where one of them moved
   * @param followed adjusted p of the leader that is followed
   * @param lag of the leader that is told of
   * @param p adjusted, of that leader
   * @param leader that is followed, or else the most confident; "" where there is none, and in the
   *     first edition, which did not tell
   */
  private record Lead(int leaders, int side, double followed, int lag, double p, String leader) {

    static final Lead UNKNOWN = new Lead(-1, 0, 1, 0, 1, "");
    static final Lead NOBODY = new Lead(0, 0, 1, 0, 1, "");

    /** With one leader more, less confident than those before; that which is followed is told. */
    Lead and(Link link, int push) {
      return leaders == 0 || (side == 0 && push != 0)
          ? new Lead(leaders + 1, push, link.p, link.lag, link.p, "")
          : new Lead(leaders + 1, side, followed, lag, p, "");
    }

    /**
     * With one candidate more, less confident than those before, of which the first is told.
     *
     * @param leads whether it is a discovery
     */
    Lead andSurer(Link link, int push, boolean leads) {
      boolean first = lag == 0;
      boolean follows = leads && side == 0 && push != 0;
      return new Lead(
          leaders + (leads ? 1 : 0),
          follows ? push : side,
          follows ? link.p : followed,
          first ? link.lag : lag,
          first ? link.p : p,
          follows || (leads && leader.isEmpty()) ? link.leader : leader);
    }

    Signal signal() {
      if (leaders < 0) {
        return Signal.WARMUP;
      }
      Action action = side > 0 ? Action.BUY : side < 0 ? Action.SELL : Action.HOLD;
      Signal signal = Signal.of(action, side, side == 0 ? 0 : 1 - followed, leaders, lag, p);
      return leader.isEmpty() ? signal : signal.withText("leader", leader);
    }
  }

  private static final class Machine implements PairStrategy.Machine {

    private final Parameters parameters;
    private final Shard shard;
    private final Roster<LeadTrack> roster;
    private final GrangerCausality test;
    private final GrangerCausality wholeTest;
    private final TestTurns turns;
    private List<Roster.Member<LeadTrack>> members = List.of();
    private List<LeadRow> rows = List.of();
    private long close;

    Machine(Parameters parameters, Shard shard) {
      int window = parameters.integer(WINDOW);
      int maxLag = parameters.integer(MAX_LAG);
      this.parameters = parameters;
      this.shard = shard;
      roster =
          new Roster<>(
              FORGET_BARS,
              symbol ->
                  new LeadTrack(
                      new LaggedSeries(window, maxLag, symbol.hashCode()), normaliser(parameters)));
      test = new GrangerCausality(window, maxLag, parameters.real(FDR));
      wholeTest = new GrangerCausality(window, maxLag, maxLag);
      turns =
          new TestTurns(parameters.edition() == Edition.FIRST ? 1 : parameters.integer(TEST_EVERY));
    }

    private static VolatilityNormaliser normaliser(Parameters parameters) {
      return parameters.edition() == Edition.FIRST
          ? null
          : new VolatilityNormaliser(parameters.real(HALF_LIFE), parameters.real(CLIP));
    }

    @Override
    public List<PairReading> onBars(List<Bar> bars) {
      turns.nextClose();
      close++;
      roster.add(bars);
      seat(roster.ready());
      int present = (int) members.stream().filter(Roster.Member::isPresent).count();
      GrangerCausality teller = tellsAll(parameters, present) ? wholeTest : test;
      List<PairReading> readings = new ArrayList<>();
      for (LeadRow row : rows) {
        row.read(teller, turns, close, readings);
      }
      return readings;
    }

    /** Lays out the rows again where somebody has joined or gone. */
    private void seat(List<Roster.Member<LeadTrack>> ready) {
      if (ready.equals(members)) {
        return;
      }
      TreeMap<String, LeadRow> before = new TreeMap<>();
      rows.forEach(row -> before.put(row.symbol(), row));
      List<LeadRow> after = new ArrayList<>();
      for (int i = 0; i < ready.size(); i++) {
        Roster.Member<LeadTrack> first = ready.get(i);
        LeadRow row = new LeadRow(first, ready.subList(i + 1, ready.size()), shard, turns, test);
        row.keep(before.get(first.symbol()));
        after.add(row);
      }
      rows = after;
      members = ready;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      roster.save(out);
      if (turns.skipsCloses()) {
        turns.save(out);
        out.writeInt(members.size());
        for (LeadRow row : rows) {
          row.saveTests(out);
        }
      }
    }

    @Override
    public void load(DataInput in) throws IOException {
      roster.load(in);
      members = List.of();
      rows = List.of();
      if (turns.skipsCloses()) {
        turns.load(in);
        if (in.readInt() > 0) { // there was a close: those ready since are the rows that were saved
          seat(roster.ready());
        }
        for (LeadRow row : rows) {
          row.loadTests(in);
        }
      }
    }
  }
}
