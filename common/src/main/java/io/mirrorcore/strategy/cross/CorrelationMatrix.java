package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.NormalDistribution;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Share of closes on which somebody is taken for a leader where nobody is, at most. */
  private static final double SIGNIFICANCE = 0.05;

  private static final int NOBODY = -1;

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
  public List<String> attributes() {
    return List.of("average_correlation", "leadership", "momentum_rank");
  }

  @Override
  public CrossAssetStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements CrossAssetStrategy.Machine {

    private final int window;
    private final int leadWindow;
    private final double threshold;
    private final double strength;
    private final Edition edition;
    private final AlignedReturns returns;
    private List<LeadLag> leads = List.of();

    Machine(Parameters parameters) {
      window = parameters.integer(WINDOW);
      leadWindow = parameters.integer(LEAD_WINDOW);
      threshold = parameters.real(THRESHOLD);
      strength = parameters.real(STRENGTH);
      edition = parameters.edition();
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
      double[][] now = standardised(rings, 0, leadWindow);
      double[][] earlier = standardised(rings, 1, leadWindow);
      double[] leadership = leadership(earlier, now);
      double[] rank = momentumRank(rings);
      boolean riskOff = average > threshold;
      int leader = riskOff ? NOBODY : leader(leadership, now);
      boolean named = leader != NOBODY && edition == Edition.SECOND;
      leads = named ? leads(symbols, leader, p(leadership, now)[leader], earlier, now) : List.of();
      String unled = leader == NOBODY && edition == Edition.SECOND ? "NO_LEADER" : "";
      Signal[] signals = new Signal[rings.size()];
      for (int i = 0; i < signals.length; i++) {
        double[] attributes = {average, leadership[i], rank[i]};
        if (riskOff) {
          signals[i] = new Signal(Action.HOLD, 0, Math.min(1, average), "RISK_OFF", attributes);
        } else if (i == leader) {
          signals[i] = follow(rank[i], attributes);
        } else {
          signals[i] = Signal.flat(unled, attributes);
        }
        if (named) {
          String role = i == leader ? "LEADER" : "NEUTRAL";
          signals[i] = signals[i].withText("leader", symbols.get(leader)).withText("role", role);
        }
      }
      return Arrays.asList(signals);
    }

    private Signal follow(double rank, double[] attributes) {
      double confidence = Math.abs(2 * rank - 1);
      Action action =
          rank > strength ? Action.BUY : rank < 1 - strength ? Action.SELL : Action.HOLD;
      int side = action == Action.BUY ? 1 : action == Action.SELL ? -1 : 0;
      return Signal.of(action, side, confidence, attributes);
    }

    private static List<LeadLag> leads(
        List<String> symbols, int leader, double p, double[][] earlier, double[][] now) {
      List<LeadLag> leads = new ArrayList<>();
      for (int i = 0; i < now.length; i++) {
        if (i != leader) {
          double coefficient = product(earlier[leader], now[i]);
          leads.add(new LeadLag(symbols.get(leader), symbols.get(i), 1, p, coefficient));
        }
      }
      return leads;
    }

    private double averageCorrelation(List<Window> rings) {
      double[][] unit = standardised(rings, 0, window);
      double sum = 0;
      int pairs = 0;
      for (int i = 0; i < unit.length; i++) {
        for (int j = 0; j < i; j++) {
          sum += product(unit[i], unit[j]);
          pairs++;
        }
      }
      return pairs > 0 ? sum / pairs : 0;
    }

    private static double[] leadership(double[][] earlier, double[][] now) {
      double[] leadership = new double[now.length];
      for (int i = 0; i < now.length; i++) {
        for (int j = 0; j < i; j++) {
          double lead = product(earlier[i], now[j]) - product(earlier[j], now[i]);
          leadership[i] += lead;
          leadership[j] -= lead;
        }
      }
      return leadership;
    }

    private int leader(double[] leadership, double[][] now) {
      return edition == Edition.FIRST ? highest(leadership) : surelyLeads(leadership, now);
    }

    /**
     * Index of the symbol with the highest z if that is beyond chance, else {@link #NOBODY}.
     *
     * <pre>
     *   z_i = leadership_i / sqrt(2 / n (S - s^2))      n: lead_window
     *   s = sum_j rho_ij,  S = sum_jk rho_jk            over j, k other than i; rho: correlations now
     *   leads: P(Z &gt; z_i) &lt; 0.05 / N                   Z normal, Bonferroni over the N symbols
     * </pre>
     *
     * <p>L_ij and L_ji each have variance 1 / n where nobody leads, and are as correlated over j as
     * the symbols are. At independence 4 to 10 % of closes have a leader for N = 2 to 20.
     */
    private int surelyLeads(double[] leadership, double[][] now) {
      double[] z = scores(leadership, now);
      int highest = highest(z);
      boolean sure =
          highest != NOBODY && NormalDistribution.cdf(-z[highest]) < SIGNIFICANCE / z.length;
      return sure ? highest : NOBODY;
    }

    /** Of each symbol, that it leads by chance, Bonferroni. */
    private double[] p(double[] leadership, double[][] now) {
      return Arrays.stream(scores(leadership, now))
          .map(z -> Math.min(1, leadership.length * NormalDistribution.cdf(-z)))
          .toArray();
    }

    private double[] scores(double[] leadership, double[][] now) {
      double[] z = new double[leadership.length];
      double[][] rho = correlations(now);
      double all = Arrays.stream(rho).flatMapToDouble(Arrays::stream).sum();
      for (int i = 0; i < z.length; i++) {
        double own = Arrays.stream(rho[i]).sum() - rho[i][i];
        double others = all - 2 * own - rho[i][i];
        double variance = 2.0 / leadWindow * (others - own * own);
        z[i] = variance > 0 ? leadership[i] / Math.sqrt(variance) : 0;
      }
      return z;
    }

    private static double[][] correlations(double[][] unit) {
      double[][] rho = new double[unit.length][unit.length];
      for (int i = 0; i < unit.length; i++) {
        for (int j = 0; j <= i; j++) {
          rho[i][j] = product(unit[i], unit[j]);
          rho[j][i] = rho[i][j];
        }
      }
      return rho;
    }

    /** Index of the highest, the first of equals; {@link #NOBODY} where none is above 0. */
    private static int highest(double[] leadership) {
      int highest = NOBODY;
      for (int i = 0; i < leadership.length; i++) {
        if (leadership[i] > (highest < 0 ? 0 : leadership[highest])) {
          highest = i;
        }
      }
      return highest;
    }

    private double[] momentumRank(List<Window> rings) {
      double[] growth = rings.stream().mapToDouble(this::growth).toArray();
      double[] rank = new double[growth.length];
      for (int i = 0; i < growth.length; i++) {
        rank[i] = edition == Edition.FIRST ? rank(growth, i) : midRank(growth, i);
      }
      return rank;
    }

    private static double rank(double[] growth, int i) {
      int atMost = 0;
      for (double other : growth) {
        atMost += other <= growth[i] ? 1 : 0;
      }
      return (double) atMost / growth.length;
    }

    private static double midRank(double[] growth, int i) {
      int halves = 0;
      for (double other : growth) {
        halves += RollingRank.tie(other, growth[i]) ? 1 : other < growth[i] ? 2 : 0;
      }
      return halves / (2.0 * growth.length);
    }

    /** 1 + the return over the window. */
    private double growth(Window ring) {
      double growth = 1;
      for (int back = 0; back < window; back++) {
        growth *= 1 + ring.latest(back);
      }
      return growth;
    }

    /** Rows of mean 0 and length 1 (0 where constant): their products are correlations. */
    private static double[][] standardised(List<Window> rings, int lag, int bars) {
      double[][] rows = new double[rings.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = standardised(rings.get(i), lag, bars);
      }
      return rows;
    }

    private static double[] standardised(Window ring, int lag, int bars) {
      double[] row = new double[bars];
      double sum = 0;
      for (int i = 0; i < bars; i++) {
        row[i] = ring.latest(lag + bars - 1 - i);
        sum += row[i];
      }
      double mean = sum / bars;
      double squares = 0;
      for (int i = 0; i < bars; i++) {
        row[i] -= mean;
        squares += row[i] * row[i];
      }
      double length = Math.sqrt(squares);
      for (int i = 0; i < bars; i++) {
        row[i] = length > 0 ? row[i] / length : 0;
      }
      return row;
    }

    private static double product(double[] a, double[] b) {
      double product = 0;
      for (int i = 0; i < a.length; i++) {
        product += a[i] * b[i];
      }
      return product;
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
