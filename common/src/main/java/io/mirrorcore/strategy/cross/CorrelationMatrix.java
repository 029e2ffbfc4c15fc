package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Sectors;
import io.mirrorcore.strategy.TextParameter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * CORRELATION_MATRIX: out of the market when everything moves together, else with the symbol that
 * leads the others; level.
 *
 * <pre>
 *   avg = mean off-diagonal correlation of the returns over window bars; &gt; threshold: RISK_OFF
 *   L_ij = corr(r_i one bar earlier, r_j) over lead_window bars
 *   leadership_i = sum_j (L_ij - L_ji); the highest leads, of equals the first by name
 *   rank of the leader's return over window bars &gt; strength: BUY it;  &lt; 1 - strength: SELL it
 *   confidence: avg at RISK_OFF, |2 rank - 1| of the leader, 0 of everybody else
 * </pre>
 *
 * <p>The mean of the whole matrix, as in the textbook version, includes the diagonal's ones and is
 * biased upwards: by (1 - avg) / n, 0.17 for four symbols with correlation 0.33. Leaderships add up
 * to 0, so where the highest is 0 nobody leads. A correlation with a symbol that did not move is 0.
 *
 * <p>Edition 2: a rank in {1/N .. 1} can never sell with two symbols and favours BUY two to one
 * with three or five: the momentum rank is the mid-rank, (k - 1/2) / N. And among independent
 * series one always has the highest leadership: here it leads only if that is surely not chance
 * ({@code surelyLeads}), else everybody's label is NO_LEADER. Where one does, the text {@code
 * leader} of all names it, and the text {@code role} is LEADER of that one and NEUTRAL of the
 * others: texts, since the definition leaves their labels empty.
 *
 * <p>Of edition 2, where the configuration tells sectors, the rank is that of the leader's sector
 * ({@link SectorStrength}), and texts name the {@code sector} of each symbol, the {@code
 * leader_sector} and the {@code strongest_sector}: the rotation. {@code lead: granger} finds the
 * leaders by {@link GrangerLeads}, and tells of all of them.
 */
public final class CorrelationMatrix implements CrossAssetStrategy {

  private static final Parameter WINDOW =
      Parameter.integer("window", 20, 3, 1000, "bars of correlations and momentum");
  private static final Parameter LEAD_WINDOW =
      Parameter.integer("lead-window", 60, 3, 1000, "bars of the lagged correlations");
  private static final Parameter THRESHOLD =
      Parameter.real("threshold", 0.7, 0, 1, "average correlation above which to be out");
  private static final Parameter STRENGTH =
      Parameter.real("strength", 0.6, 0.5, 1, "momentum rank of the leader to follow it");

  private static final TextParameter LEAD =
      TextParameter.choice(
          "lead",
          List.of("correlation", "granger"),
          "who leads: the one whose lagged correlations with the others are surely above theirs, or"
              + " by Granger's test at one lag of every pair");

  private static final int NOBODY = CorrelationLeads.NOBODY;

  /** Bars without one of a symbol after which it counts as gone. */
  private static final int FORGET_BARS = 2000;

  @Override
  public String id() {
    return "CORRELATION_MATRIX";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Edition.PARAMETER, WINDOW, LEAD_WINDOW, THRESHOLD, STRENGTH);
  }

  @Override
  public List<TextParameter> texts(Edition edition) {
    return edition == Edition.FIRST ? List.of() : List.of(LEAD);
  }

  @Override
  public List<String> check(Parameters parameters) {
    int window = parameters.integer(LEAD_WINDOW);
    return isGranger(parameters) && window < GrangerLeads.FEWEST
        ? List.of(
            "lead-window must be at least %d where lead is granger; have %d: raise it"
                .formatted(GrangerLeads.FEWEST, window))
        : List.of();
  }

  private static boolean isGranger(Parameters parameters) {
    return parameters.edition() == Edition.SECOND && parameters.texts(LEAD).contains("granger");
  }

  @Override
  public List<String> attributes() {
    return List.of("average_correlation", "leadership", "momentum_rank");
  }

  @Override
  public CrossAssetStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters, Sectors.NONE);
  }

  @Override
  public CrossAssetStrategy.Machine machine(Parameters parameters, Sectors sectors) {
    return new Machine(parameters, sectors);
  }

  private static final class Machine implements CrossAssetStrategy.Machine {

    private final int window;
    private final int leadWindow;
    private final double threshold;
    private final double strength;
    private final Edition edition;
    private final AlignedReturns returns;
    private final boolean granger;
    private final SectorStrength sectors;
    private final boolean hasSectors;
    private List<LeadLag> leads = List.of();

    Machine(Parameters parameters, Sectors told) {
      window = parameters.integer(WINDOW);
      leadWindow = parameters.integer(LEAD_WINDOW);
      threshold = parameters.real(THRESHOLD);
      strength = parameters.real(STRENGTH);
      edition = parameters.edition();
      granger = isGranger(parameters);
      sectors = new SectorStrength(told, window, edition);
      hasSectors = edition == Edition.SECOND && !told.isEmpty();
      // One more for the lag.
      returns = new AlignedReturns(Math.max(window, leadWindow + 1), FORGET_BARS);
    }

    @Override
    public List<Signal> onBars(List<Bar> bars) {
      returns.add(bars);
      List<String> symbols = returns.participants();
      TreeMap<String, Signal> signals = new TreeMap<>();
      List<Signal> decided = decide(symbols, symbols.stream().map(returns::of).toList());
      for (int i = 0; i < symbols.size(); i++) {
        signals.put(symbols.get(i), decided.get(i));
      }
      return bars.stream().map(b -> signals.getOrDefault(b.symbol(), Signal.WARMUP)).toList();
    }

    @Override
    public List<LeadLag> leads() {
      return leads;
    }

    private List<Signal> decide(List<String> symbols, List<Window> rings) {
      double average = averageCorrelation(rings);
      boolean riskOff = average > threshold;
      Network network = network(symbols, rings, riskOff);
      leads = network.leads;
      SectorStrength.Found found = sectors.at(symbols, rings);
      List<Signal> signals = new ArrayList<>();
      for (int i = 0; i < symbols.size(); i++) {
        double[] attributes = {average, network.leadership[i], found.ranks()[i]};
        Signal signal =
            riskOff
                ? new Signal(Action.HOLD, 0, Math.min(1, average), "RISK_OFF", attributes)
                : signal(i == network.leader, network.leader != NOBODY, attributes);
        signals.add(named(signal, symbols, i, network.leader, found.strongest()));
      }
      return signals;
    }

    private Signal signal(boolean leads, boolean led, double[] attributes) {
      String unled = !led && edition == Edition.SECOND ? "NO_LEADER" : "";
      return leads ? follow(attributes[2], attributes) : Signal.flat(unled, attributes);
    }

    private Signal named(Signal signal, List<String> symbols, int i, int leader, String strongest) {
      Signal named = signal;
      if (leader != NOBODY && edition == Edition.SECOND) {
        String name = symbols.get(leader);
        named = named.withText("leader", name).withText("role", i == leader ? "LEADER" : "NEUTRAL");
        String ofLeader = sectors.of(name);
        named =
            hasSectors && !ofLeader.isEmpty() ? named.withText("leader_sector", ofLeader) : named;
      }
      if (hasSectors) {
        String own = sectors.of(symbols.get(i));
        named = own.isEmpty() ? named : named.withText("sector", own);
        named = strongest.isEmpty() ? named : named.withText("strongest_sector", strongest);
      }
      return named;
    }

    /**
     * Who leads whom.
     *
     * @param leader index, or NOBODY
     */
    @SuppressWarnings("ArrayRecordComponent") // read in place, once
    private record Network(double[] leadership, int leader, List<LeadLag> leads) {}

    private Network network(List<String> symbols, List<Window> rings, boolean riskOff) {
      double[][] now = StandardisedReturns.of(rings, 0, leadWindow);
      double[][] earlier = StandardisedReturns.of(rings, 1, leadWindow);
      if (granger) {
        GrangerLeads found = new GrangerLeads(symbols, earlier, now);
        int leader = riskOff ? NOBODY : CorrelationLeads.highest(found.leadership());
        return new Network(found.leadership(), leader, found.leads());
      }
      CorrelationLeads found = new CorrelationLeads(earlier, now);
      double[] leadership = found.leadership();
      if (riskOff) {
        return new Network(leadership, NOBODY, List.of());
      }
      if (edition == Edition.FIRST) {
        return new Network(leadership, CorrelationLeads.highest(leadership), List.of());
      }
      int leader = found.surelyLeads();
      return new Network(leadership, leader, found.leads(symbols, leader));
    }

    private Signal follow(double rank, double[] attributes) {
      double confidence = Math.abs(2 * rank - 1);
      Action action =
          rank > strength ? Action.BUY : rank < 1 - strength ? Action.SELL : Action.HOLD;
      int side = action == Action.BUY ? 1 : action == Action.SELL ? -1 : 0;
      return Signal.of(action, side, confidence, attributes);
    }

    private double averageCorrelation(List<Window> rings) {
      double[][] unit = StandardisedReturns.of(rings, 0, window);
      double sum = 0;
      int pairs = 0;
      for (int i = 0; i < unit.length; i++) {
        for (int j = 0; j < i; j++) {
          sum += StandardisedReturns.product(unit[i], unit[j]);
          pairs++;
        }
      }
      return pairs > 0 ? sum / pairs : 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      returns.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      returns.load(in);
    }
  }
}
