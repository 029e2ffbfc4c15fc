package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.flow.OptionFlow;
import io.mirrorcore.strategy.kit.Rehearsal;
import java.util.Map;

/**
 * The run of one strategy over 100,000 bars of an {@link ExtremeMarket}; over 100,000 in total
 * where it looks at several symbols.
 *
 * @param fault the first signal that breaks a promise, with its bar; empty where there is none
 * @param spoken signals that explain themselves, so not of a warm-up
 * @param positions signals with a position
 * @param earlyBytes saved state per symbol after 10,000 bars, all shards together
 * @param bytes saved state per symbol after all of them
 */
record LongRun(
    Definition definition, String fault, int spoken, int positions, int earlyBytes, int bytes) {

  static final int BARS = 100_000;
  static final int EARLY = 10_000;

  /** Contracts that OPTION_FLOW may keep: few enough that its chain is full when it is weighed. */
  static final int CONTRACTS = 40;

  private static final long SEED = 13;

  static LongRun of(Definition definition) {
    Strategy strategy = definition.strategy();
    Parameters parameters = parameters(definition);
    Rehearsal rehearsal = Rehearsals.of(strategy, parameters, SEED, true);
    int symbols = rehearsal.symbols();
    Tally tally = new Tally(strategy.attributes(parameters).size());
    int earlyBytes = 0;
    for (int bar = 0; bar < BARS; bar += symbols) {
      if (bar == EARLY) {
        earlyBytes = rehearsal.state().length / symbols;
      }
      for (Signal signal : next(rehearsal, strategy, bar)) {
        tally.add(signal, bar);
      }
    }
    int bytes = rehearsal.state().length / symbols;
    return new LongRun(definition, tally.fault, tally.spoken, tally.positions, earlyBytes, bytes);
  }

  private static Parameters parameters(Definition definition) {
    return definition.strategy() instanceof OptionFlow
        ? definition.parameters(Map.of("max_contracts", (double) CONTRACTS))
        : definition.rehearsed();
  }

  private static Iterable<Signal> next(Rehearsal rehearsal, Strategy strategy, int bar) {
    try {
      return rehearsal.next();
    } catch (RuntimeException e) {
      throw new AssertionError(strategy.id() + " fails at bar " + bar, e);
    }
  }

  /** Counts signals and looks at each as cheaply as can be: there are millions of numbers. */
  private static final class Tally {
    private final int attributes;
    private String fault = "";
    private int spoken;
    private int positions;

    Tally(int attributes) {
      this.attributes = attributes;
    }

    void add(Signal signal, int bar) {
      int count = signal.attributes().length;
      spoken += count > 0 || (attributes == 0 && !signal.isWarmup()) ? 1 : 0;
      positions += signal.position() != 0 ? 1 : 0;
      boolean fits = count == 0 || count == attributes;
      if (fault.isEmpty() && !(fits && isSound(signal))) {
        fault = "bar " + bar + ": " + signal + " " + Rehearsal.bits(signal);
      }
    }

    private static boolean isSound(Signal signal) {
      boolean sound =
          Math.abs(signal.position()) <= 1 && signal.confidence() >= 0 && signal.confidence() <= 1;
      for (double number : signal.attributes()) {
        sound &= Double.isFinite(number);
      }
      return sound;
    }
  }
}
