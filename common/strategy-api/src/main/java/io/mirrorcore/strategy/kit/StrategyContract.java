package io.mirrorcore.strategy.kit;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The promises of a strategy, on invented markets of its kind of input. A test of any framework
 * calls {@link #check}, or the single promises for a report of each:
 *
 * <pre>
 *   StrategyContract.of(new MyStrategy()).check();
 *   StrategyContract.of(new MyStrategy()).with("window", 10).bars(500).neverLooksAhead();
 * </pre>
 *
 * <p>What is broken is an {@link AssertionError} that says at which bar. That a strategy keeps its
 * promises does not say that it earns anything.
 */
public final class StrategyContract {

  private static final int CUTS = 5;

  private final Strategy strategy;
  private final Map<String, Double> set;
  private final long seed;
  private final int bars;

  private StrategyContract(Strategy strategy, Map<String, Double> set, long seed, int bars) {
    this.strategy = strategy;
    this.set = new TreeMap<>(set);
    this.seed = seed;
    this.bars = bars;
  }

  /** Of a strategy with the defaults of its parameters, over a thousand bars. */
  public static StrategyContract of(Strategy strategy) {
    return new StrategyContract(strategy, Map.of(), 8, 1000);
  }

  /** The same with a value for a parameter. */
  public StrategyContract with(String parameter, double value) {
    Map<String, Double> more = new TreeMap<>(set);
    more.put(parameter, value);
    return new StrategyContract(strategy, more, seed, bars);
  }

  /** The same on other markets. */
  public StrategyContract seed(long other) {
    return new StrategyContract(strategy, set, other, bars);
  }

  /**
   * The same over so many bars.
   *
   * @param count more than the strategy needs to warm up, at least 10
   */
  public StrategyContract bars(int count) {
    if (count < 10) {
      throw new IllegalArgumentException("bars must be at least 10; have " + count);
    }
    return new StrategyContract(strategy, set, seed, count);
  }

  /** All promises. */
  public void check() {
    declaresItselfSoundly();
    warmsUp();
    answersSoundly();
    isDeterministic();
    neverLooksAhead();
    goesOnAfterARestart();
  }

  /** Its id is upper case with underscores, its defaults are allowed, no name comes twice. */
  public void declaresItselfSoundly() {
    require(
        strategy.id().matches("[A-Z][A-Z0-9_]*"),
        "its id must be in upper case with underscores; have " + strategy.id());
    List<String> names = strategy.parameters().stream().map(Parameter::name).toList();
    require(isDistinct(names), "no parameter may come twice; have " + names);
    for (Parameter parameter : strategy.parameters()) {
      require(
          parameter.allows(parameter.defaultValue()),
          "the default of %s must be %s; have %s"
              .formatted(parameter.name(), parameter.allowed(), parameter.defaultValue()));
    }
    List<String> attributes = strategy.attributes(parameters());
    require(isDistinct(attributes), "no attribute may come twice; have " + attributes);
    List<String> problems = strategy.check(parameters());
    require(problems.isEmpty(), "its parameters must agree; have " + problems);
  }

  /**
   * It stops saying WARMUP within the bars, and does not say it again once it has had a position;
   * while it does, it is flat.
   */
  public void warmsUp() {
    Rehearsal rehearsal = rehearsal();
    boolean[] warm = new boolean[rehearsal.symbols()];
    boolean[] traded = new boolean[rehearsal.symbols()];
    for (int bar = 0; bar < bars; bar++) {
      List<Signal> signals = rehearsal.next();
      boolean whole = signals.size() == warm.length; // else some symbol lacks this bar
      for (int i = 0; i < signals.size(); i++) {
        Signal signal = signals.get(i);
        warmsUp(signal, whole && traded[i], bar);
        warm[i] |= whole && !signal.isWarmup();
        traded[i] |= whole && signal.position() != 0;
      }
    }
    for (boolean is : warm) {
      require(
          is, "it must be warm after " + bars + " bars; give more bars, or shorten its windows");
    }
  }

  private void warmsUp(Signal signal, boolean traded, int bar) {
    require(
        !signal.isWarmup() || (signal.position() == 0 && signal.action() == Action.HOLD),
        at(bar) + "while it warms up it must hold nothing; have " + text(signal));
    require(
        !signal.isWarmup() || !traded,
        at(bar) + "it must not warm up again once it has had a position");
  }

  /** Numbers are finite, attributes as many as their names, and a side agrees with its position. */
  public void answersSoundly() {
    Rehearsal rehearsal = rehearsal();
    int names = strategy.attributes(parameters()).size();
    for (int bar = 0; bar < bars; bar++) {
      for (Signal signal : rehearsal.next()) {
        int given = signal.attributes().length;
        require(
            given == names || given == 0,
            at(bar) + "it must give its " + names + " attributes or none; have " + given);
        require(
            Arrays.stream(signal.attributes()).allMatch(Double::isFinite),
            at(bar) + "attributes must be finite; have " + Arrays.toString(signal.attributes()));
        require(
            signal.action() == Action.HOLD
                || Math.signum(signal.position()) == signal.action().direction(),
            at(bar) + "action and position must be of one side; have " + text(signal));
      }
    }
  }

  /** Two machines that are fed the same say the same, to the last bit. */
  public void isDeterministic() {
    Rehearsal one = rehearsal();
    Rehearsal other = rehearsal();
    for (int bar = 0; bar < bars; bar++) {
      same(one, other, bar, "the same bars must give the same signals");
    }
    require(
        Arrays.equals(one.state(), other.state()), "the same bars must leave the same saved state");
  }

  /** A prefix of the bars gives that prefix of the signals, whatever bars follow. */
  public void neverLooksAhead() {
    int past = bars / 2;
    List<String> whole = Rehearsal.bits(rehearsal().next(bars));
    List<String> alone = Rehearsal.bits(rehearsal().next(past));
    Rehearsal other = rehearsal();
    List<String> before = Rehearsal.bits(other.next(past));
    other.diverge(seed + 1);
    other.next(bars - past);
    require(
        whole.subList(0, alone.size()).equals(alone) && alone.equals(before),
        "what it says of the first "
            + past
            + " bars must not depend on those that follow, nor on other machines");
  }

  /** Saved at any bar and loaded into another machine, it goes on as if nothing had happened. */
  public void goesOnAfterARestart() {
    for (int cut = 0; cut < CUTS; cut++) {
      Rehearsal straight = rehearsal();
      Rehearsal restarted = rehearsal();
      int saved = cut * bars / CUTS;
      straight.next(saved);
      restarted.next(saved);
      restarted.restart();
      require(
          Arrays.equals(straight.state(), restarted.state()),
          "saved after %d bars and loaded, it must save the same again".formatted(saved));
      for (int bar = saved; bar < bars; bar++) {
        same(
            straight,
            restarted,
            bar,
            "saved after %d bars and loaded, it must go on as before".formatted(saved));
      }
    }
  }

  private void same(Rehearsal one, Rehearsal other, int bar, String rule) {
    List<Signal> first = one.next();
    List<Signal> second = other.next();
    require(
        Rehearsal.bits(first).equals(Rehearsal.bits(second)),
        at(bar) + rule + "; have " + text(first) + " and " + text(second));
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(strategy, parameters(), seed);
  }

  private Parameters parameters() {
    return Parameters.of(strategy, set);
  }

  private static boolean isDistinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  private static String at(int bar) {
    return "at bar " + (bar + 1) + " ";
  }

  private static String text(List<Signal> signals) {
    return signals.stream().map(StrategyContract::text).toList().toString();
  }

  private static String text(Signal signal) {
    return "%s %s %s %s %s"
        .formatted(
            signal.action(),
            signal.position(),
            signal.confidence(),
            signal.label(),
            Arrays.toString(signal.attributes()));
  }

  private void require(boolean kept, String sentence) {
    if (!kept) {
      throw new AssertionError(strategy.id() + ": " + sentence);
    }
  }
}
