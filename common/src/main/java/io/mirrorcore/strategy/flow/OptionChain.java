package io.mirrorcore.strategy.flow;

import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The unexpired options of one underlying: the newest implied volatility, gamma and open interest
 * of each contract, in the order of {@link OptionContract} so that sums come out the same every
 * time.
 *
 * <p>Where a print lacks a number that cannot be solved for either, the last known one stays in
 * force. Beyond {@code maxContracts} the contracts unseen for longest are dropped, of equally old
 * ones the first in order.
 */
final class OptionChain implements Stateful {

  /** Actual / 365 fixed, the day count of quoted volatilities. */
  static final double YEAR_MS = 365.0 * 24 * 3600 * 1000;

  private static final double PUT_MONEYNESS = 0.95;
  private static final double CALL_MONEYNESS = 1.05;

  /** What is known of one contract; NaN where nothing is. */
  private static final class Held {
    private double iv = Double.NaN;
    private double gamma = Double.NaN;
    private double openInterest = Double.NaN;
    private long lastSeen;
  }

  private final int maxContracts;
  private final OptionTerms terms;
  private final TreeMap<OptionContract, Held> contracts = new TreeMap<>();
  private double opened;

  /**
   * @param maxContracts contracts to keep at most
   * @param terms by which a missing volatility or gamma is solved
   */
  OptionChain(int maxContracts, OptionTerms terms) {
    this.maxContracts = maxContracts;
    this.terms = terms;
  }

  /**
   * Brings the chain to the close of one bar.
   *
   * @param time the close; contracts whose expiry has come are gone
   * @param spot the underlying's price where a print has none
   * @return the change of open interest of the contracts whose open interest was known before: a
   *     contract seen for the first time, or leaving at its expiry, is no change of anyone's mind
   */
  double advance(long time, List<OptionPrint> prints, double spot) {
    while (!contracts.isEmpty() && contracts.firstKey().expiry() <= time) {
      contracts.pollFirstEntry();
    }
    double change = 0;
    opened = 0;
    for (OptionPrint print : prints) {
      if (print.contract().expiry() > time) {
        change += update(print, time, print.spot() > 0 ? print.spot() : spot);
      }
    }
    dropLongestUnseen();
    return Double.isFinite(change) ? change : 0;
  }

  private double update(OptionPrint print, long time, double spot) {
    Held held = contracts.computeIfAbsent(print.contract(), contract -> new Held());
    held.lastSeen = time;
    solve(print, spot, held);
    double before = held.openInterest;
    if (!(print.openInterest() >= 0)) {
      return 0;
    }
    held.openInterest = print.openInterest();
    if (Double.isNaN(before)) {
      opened += held.openInterest;
      return 0;
    }
    return held.openInterest - before;
  }

  private void solve(OptionPrint print, double spot, Held held) {
    OptionContract contract = print.contract();
    double years = (contract.expiry() - print.time()) / YEAR_MS;
    OptionTerms.Model model = terms.model(contract, spot, years);
    double iv = print.iv() > 0 ? print.iv() : model.impliedVolatility(print.value());
    if (iv > 0) {
      held.iv = iv;
    }
    if (Double.isFinite(print.gamma())) {
      held.gamma = print.gamma();
    } else if (iv > 0) {
      held.gamma = model.gamma(iv);
    }
  }

  private void dropLongestUnseen() {
    int excess = contracts.size() - maxContracts;
    if (excess > 0) {
      Comparator<Map.Entry<OptionContract, Held>> byAge =
          Comparator.comparingLong(entry -> entry.getValue().lastSeen);
      contracts.entrySet().stream()
          .sorted(byAge.thenComparing(Map.Entry.comparingByKey()))
          .limit(excess)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(contracts::remove);
    }
  }

  /** Open interest that became known with the last {@link #advance}. */
  double opened() {
    return Double.isFinite(opened) ? opened : 0;
  }

  boolean isEmpty() {
    return contracts.isEmpty();
  }

  int size() {
    return contracts.size();
  }

  /**
   * Mean implied volatility of puts with strike / spot below 0.95 less that of calls above 1.05;
   * NaN where either side is empty.
   */
  double skew(double spot) {
    double put = 0;
    double call = 0;
    int puts = 0;
    int calls = 0;
    for (Map.Entry<OptionContract, Held> entry : contracts.entrySet()) {
      double moneyness = entry.getKey().strike() / spot;
      double iv = entry.getValue().iv;
      boolean isPut = entry.getKey().type() == OptionType.PUT;
      if (isPut && moneyness < PUT_MONEYNESS && iv > 0) {
        put += iv;
        puts++;
      } else if (!isPut && moneyness > CALL_MONEYNESS && iv > 0) {
        call += iv;
        calls++;
      }
    }
    double skew = put / puts - call / calls;
    return Double.isFinite(skew) ? skew : Double.NaN;
  }

  /** Sum of sign * gamma * open interest over the chain. */
  double signedGamma(double callSign, double putSign) {
    return signedGamma(callSign, putSign, Long.MIN_VALUE);
  }

  /**
   * Sum of sign * gamma * open interest over part of the chain.
   *
   * @param after epoch milliseconds: contracts that expire later
   */
  double signedGamma(double callSign, double putSign, long after) {
    double sum = 0;
    for (Map.Entry<OptionContract, Held> entry : contracts.entrySet()) {
      if (entry.getKey().expiry() <= after) {
        continue;
      }
      Held held = entry.getValue();
      double sign = entry.getKey().type() == OptionType.CALL ? callSign : putSign;
      double gamma = sign * held.gamma * held.openInterest;
      sum += Double.isNaN(gamma) ? 0 : gamma;
    }
    return sum;
  }

  /**
   * Mean implied volatility of the puts of a band less that of its calls, each weighted by its vega
   * now; NaN where either side is empty.
   *
   * <p>A plain mean is ruled by what is cheapest to quote: options of the same day for a penny, or
   * so far out that any volatility gives their price. Vega is what a volatility is worth; that of
   * the European option serves, early exercise being worth little so far from the money.
   *
   * @param time now, epoch milliseconds
   */
  double weightedSkew(double spot, long time, SkewBand band) {
    double[] weighted = new double[2];
    double[] weights = new double[2];
    for (Map.Entry<OptionContract, Held> entry : contracts.entrySet()) {
      OptionContract contract = entry.getKey();
      double iv = entry.getValue().iv;
      if (iv > 0 && band.holds(contract, spot, time)) {
        double years = (contract.expiry() - time) / YEAR_MS;
        double vega = terms.european(contract, spot, years).vega(iv);
        int side = contract.type() == OptionType.PUT ? 0 : 1;
        weighted[side] += vega * iv;
        weights[side] += vega;
      }
    }
    double skew = weighted[0] / weights[0] - weighted[1] / weights[1];
    return Double.isFinite(skew) ? skew : Double.NaN;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(contracts.size());
    for (Map.Entry<OptionContract, Held> entry : contracts.entrySet()) {
      out.writeLong(entry.getKey().expiry());
      out.writeDouble(entry.getKey().strike());
      out.writeBoolean(entry.getKey().type() == OptionType.CALL);
      out.writeDouble(entry.getValue().iv);
      out.writeDouble(entry.getValue().gamma);
      out.writeDouble(entry.getValue().openInterest);
      out.writeLong(entry.getValue().lastSeen);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    contracts.clear();
    for (int left = in.readInt(); left > 0; left--) {
      long expiry = in.readLong();
      double strike = in.readDouble();
      OptionType type = in.readBoolean() ? OptionType.CALL : OptionType.PUT;
      Held held = new Held();
      held.iv = in.readDouble();
      held.gamma = in.readDouble();
      held.openInterest = in.readDouble();
      held.lastSeen = in.readLong();
      contracts.put(new OptionContract(expiry, strike, type), held);
    }
  }
}
