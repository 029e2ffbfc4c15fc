package io.mirrorcore.local.demo;

import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Running summary of what a demo published; every weight vector is checked as a consumer could. */
public final class DemoReport {

  private static final double TOLERANCE = 1e-12;

  private final long start = System.nanoTime();
  private final Map<String, Integer> decisions = new TreeMap<>();
  private final Map<String, Integer> regimes = new TreeMap<>();
  private final Map<String, Integer> rejects = new TreeMap<>();
  private int weights;
  private int alerts;
  private int violations;
  private double firstSeconds;
  private double worstResidual;

  void add(EnsembleWeights record) {
    if (weights++ == 0) {
      firstSeconds = seconds();
    }
    decisions.merge(record.rebalance().decision(), 1, Integer::sum);
    regimes.merge(record.regime(), 1, Integer::sum);
    worstResidual = Math.max(worstResidual, record.proof().kktResidual());
    if (!isFeasible(record)) {
      violations++;
    }
  }

  private static boolean isFeasible(EnsembleWeights record) {
    double sum = 0;
    for (double weight : record.rebalance().weights().values()) {
      if (!(weight >= 0 && weight <= record.rebalance().cap())) {
        return false;
      }
      sum += weight;
    }
    return Math.abs(sum - 1) <= TOLERANCE;
  }

  void add(Alert alert) {
    if (alert.state() == Alert.State.FIRING) {
      alerts++;
    }
  }

  void add(DeadLetter letter) {
    rejects.merge(letter.reason().name(), 1, Integer::sum);
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Whether every weight vector so far was within [0, cap] and summed to 1. */
  public boolean isSound() {
    return violations == 0;
  }

  /**
   * A few lines for people.
   *
   * @param bars bars that the simulator sent
   */
  public String text(long bars) {
    StringBuilder text = new StringBuilder();
    line(text, "ran", "%.1f s, %,d bars simulated", seconds(), bars);
    if (weights == 0) {
      line(text, "weights", "none yet: a longer --duration lets the strategies warm up");
    } else {
      line(text, "weights", "%d records, the first after %.1f s", weights, firstSeconds);
      line(text, "decisions", "%s", decisions);
      line(text, "regimes", "%s", regimes);
      line(
          text,
          "proof",
          "%d outside [0, cap] or not summing to 1; worst KKT residual %.1e",
          violations,
          worstResidual);
    }
    line(text, "alerts", "%d", alerts);
    line(text, "dead letters", "%s", rejects.isEmpty() ? "none" : rejects);
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "  %-13s", name));
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
