package io.mirrorcore.local.simulator.option;

import io.mirrorcore.local.simulator.market.BarConditions;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The listed options of one underlying, and those of them that trade in each bar.
 *
 * <p>Strikes lie around the price at listing, close together for near expiries. A contract prints
 * once when it is listed, later when somebody trades it. The regime decides whether puts or calls
 * trade more.
 */
public final class ListedChain {

  private static final int STRIKES_PER_SIDE = 4;
  private static final double NEAR_STEP = 0.01;
  private static final double FAR_STEP = 0.025;
  private static final int[] STEPS_CENTS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000};
  private static final int FEWEST_TRADED = 4;
  private static final int MOST_TRADED = 12;

  private final SimulatedInstrument instrument;
  private final ExpiryCalendar calendar;
  private final RandomStream random;
  private final OptionTape tape;
  private final TreeMap<Long, List<OptionContract>> listed = new TreeMap<>();
  private double putShare = 0.5;

  public ListedChain(SimulatedInstrument instrument, ExpiryCalendar calendar, RandomStream random) {
    this.instrument = instrument;
    this.calendar = calendar;
    this.random = random;
    tape = new OptionTape(instrument, random.split());
  }

  /**
   * The prints of one bar, in order of time.
   *
   * @param ticks the underlying's, whose quotes say what spot is
   * @param rolls where expiries that went and came are added
   */
  public List<OptionPrint> prints(
      BarConditions bar, long close, List<Tick> ticks, List<OptionRoll> rolls) {
    tape.advance(bar.regime());
    putShare += 0.1 * (bar.regime().putShare - putShare);
    List<OptionContract> printing = roll(bar, close, rolls);
    int fresh = printing.size();
    int traded = random.between(FEWEST_TRADED, MOST_TRADED);
    for (int i = 0; i < traded; i++) {
      printing.add(pick(ticks.get(0).mid()));
    }
    long[] times = random.times(bar.open(), close, printing.size());
    List<OptionPrint> prints = new ArrayList<>(times.length);
    for (int i = 0; i < times.length; i++) {
      prints.add(tape.print(printing.get(i), times[i], spot(ticks, times[i]), i >= fresh));
    }
    return prints;
  }

  /** Drops what has expired, lists what takes its place, and returns the new contracts. */
  private List<OptionContract> roll(BarConditions bar, long close, List<OptionRoll> rolls) {
    SortedSet<Long> trading = calendar.trading(close);
    List<Long> gone = listed.keySet().stream().filter(e -> !trading.contains(e)).toList();
    List<Long> come = trading.stream().filter(e -> !listed.containsKey(e)).toList();
    List<OptionContract> fresh = new ArrayList<>();
    for (long expiry : come) {
      List<OptionContract> contracts = contracts(expiry, StrictMath.exp(bar.logFrom()));
      listed.put(expiry, contracts);
      fresh.addAll(contracts);
    }
    for (long expiry : gone) {
      tape.forget(listed.remove(expiry));
    }
    if (!come.isEmpty() || !gone.isEmpty()) {
      rolls.add(new OptionRoll(instrument.symbol(), bar.open(), gone, come));
    }
    return fresh;
  }

  private List<OptionContract> contracts(long expiry, double spot) {
    int step = strikeStep(100 * spot * (calendar.isLong(expiry) ? FAR_STEP : NEAR_STEP));
    long centre = Math.round(100 * spot / step);
    List<OptionContract> contracts = new ArrayList<>();
    for (long i = Math.max(1, centre - STRIKES_PER_SIDE); i <= centre + STRIKES_PER_SIDE; i++) {
      double strike = i * step / 100.0;
      contracts.add(new OptionContract(expiry, strike, OptionType.CALL));
      contracts.add(new OptionContract(expiry, strike, OptionType.PUT));
    }
    return contracts;
  }

  /** The greatest customary distance of strikes that is not above {@code cents}. */
  private static int strikeStep(double cents) {
    int step = STEPS_CENTS[0];
    for (int customary : STEPS_CENTS) {
      if (customary <= cents) {
        step = customary;
      }
    }
    return step;
  }

  /** A listed contract: of two drawn, the one nearer to the money, as trading is. */
  private OptionContract pick(double spot) {
    OptionType type = random.chance(putShare) ? OptionType.PUT : OptionType.CALL;
    OptionContract one = draw(type);
    OptionContract other = draw(type);
    return Math.abs(one.strike() - spot) <= Math.abs(other.strike() - spot) ? one : other;
  }

  private OptionContract draw(OptionType type) {
    int expiry = random.below(listed.size());
    List<OptionContract> contracts = List.of();
    for (List<OptionContract> next : listed.values()) {
      contracts = expiry-- >= 0 ? next : contracts;
    }
    int strike = random.below(contracts.size() / 2);
    return contracts.get(2 * strike + (type == OptionType.PUT ? 1 : 0));
  }

  /** Midpoint of the newest quote up to {@code time}, or of the first one before there is any. */
  private static double spot(List<Tick> ticks, long time) {
    double mid = ticks.get(0).mid();
    for (Tick tick : ticks) {
      if (tick.isTwoSided() && tick.time() <= time) {
        mid = tick.mid();
      }
    }
    return mid;
  }
}
