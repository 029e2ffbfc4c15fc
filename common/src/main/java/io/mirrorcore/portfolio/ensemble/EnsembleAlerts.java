package io.mirrorcore.portfolio.ensemble;

import static io.mirrorcore.portfolio.record.Alert.Level.ERROR;
import static io.mirrorcore.portfolio.record.Alert.Level.INFO;
import static io.mirrorcore.portfolio.record.Alert.Level.WARNING;

import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.portfolio.alert.AlertBook;
import io.mirrorcore.portfolio.alert.AlertBook.Condition;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What people should know of an ensemble. What is measured at every bar (DRAWDOWN,
 * RETURN_DIVERGENCE, STALE_FEED, FLASH_MOVE) begins and ends with any bar; what is measured by an
 * optimisation (LOW_SHARPE, UNSTABLE_COVARIANCE, HIGH_TURNOVER, SHRINKAGE_COLLAPSE, DEGRADED)
 * stands from one due time to the next, the first four until the next that succeeds.
 */
final class EnsembleAlerts implements Stateful {

  private static final String STALE = "STALE_FEED:";
  private static final String FLASH = "FLASH_MOVE:";
  private static final int FEW_ACTIVE = 1;
  private static final int CAP_RAISED = 2;
  private static final int NO_OPTIMUM = 4;
  private static final int LIMITS_LIFTED = 8;
  private static final int TOO_EARLY = 16;

  private final AlertSettings settings;
  private final AlertBook book;

  EnsembleAlerts(String portfolio, AlertSettings settings) {
    this.settings = settings;
    book = new AlertBook(portfolio);
  }

  /**
   * @param drawdown of the ensemble, in [0, 1]
   * @param divergence |expected - realised| return over the last window
   */
  void onPerformance(double drawdown, double divergence, long time) {
    Supplier<String> lost = text("the ensemble is %.2f %% below its peak", 100 * drawdown);
    above(WARNING, "DRAWDOWN", drawdown, settings.drawdownWarning(), lost, time);
    above(ERROR, "DRAWDOWN", drawdown, settings.drawdownError(), lost, time);
    above(
        INFO,
        "RETURN_DIVERGENCE",
        divergence,
        settings.divergenceAbove(),
        text("expected and realised return of the last window differ by %.2f %%", 100 * divergence),
        time);
  }

  void onSymbols(PortfolioBar bar) {
    Set<String> followed = new HashSet<>();
    for (SymbolReturn symbol : bar.symbols()) {
      onSymbol(symbol.symbol(), symbol.silent(), symbol.move(), bar.time());
      followed.add(symbol.symbol());
    }
    resolveForgotten(WARNING, STALE, followed, settings.silentBars(), bar.time());
    resolveForgotten(ERROR, FLASH, followed, settings.moveAbove(), bar.time());
  }

  private void onSymbol(String symbol, int silent, double move, long time) {
    book.update(
        Condition.of(
            WARNING,
            STALE + symbol,
            silent >= settings.silentBars(),
            silent,
            settings.silentBars(),
            text("%s has had no bar for %d bars of the portfolio", symbol, silent)),
        time);
    above(
        ERROR,
        FLASH + symbol,
        move,
        settings.moveAbove(),
        text("%s moved by %.1f standard deviations in one bar", symbol, move),
        time);
  }

  private void resolveForgotten(
      Alert.Level level, String prefix, Set<String> followed, double threshold, long time) {
    for (String key : book.standing(level, prefix)) {
      String symbol = key.substring(prefix.length());
      if (!followed.contains(symbol)) {
        Supplier<String> message = text("%s is no longer followed", symbol);
        book.update(Condition.of(level, key, false, 0, threshold, message), time);
      }
    }
  }

  /**
   * DEGRADED: too few active strategies, a cap that had to be raised or limits lifted for them, no
   * usable optimum.
   *
   * @param active strategies in the estimate
   * @param configured strategies
   * @param bounds of the weights, null where nothing was active
   * @param attempt what came of the optimisation, null where nothing was active to optimise
   */
  void onAttempt(int active, int configured, WeightBounds bounds, SolveOutcome attempt, long time) {
    double enough = settings.activeBelow() * configured;
    List<String> messages = new ArrayList<>();
    messages.add(active + " of " + configured + " strategies are active");
    int reasons = active < enough || active == 0 ? FEW_ACTIVE : 0;
    double value = active;
    double threshold = enough;
    if (bounds != null && bounds.raised()) {
      reasons |= CAP_RAISED;
      messages.add("the cap is raised to " + bounds.cap() + " for them");
    }
    if (bounds != null && bounds.lifted()) {
      reasons |= LIMITS_LIFTED;
      messages.add("they cannot obey the limits of strategies and groups, which are lifted");
    }
    if (attempt instanceof SolveOutcome.Optimum optimum
        && optimum.solution().status() != Status.OPTIMAL) {
      reasons |= NO_OPTIMUM;
      messages.add(optimum.solution().status() + ": " + optimum.solution().detail());
    }
    if (attempt instanceof SolveOutcome.Failure failure) {
      reasons |= NO_OPTIMUM;
      value = failure.kktResidual();
      threshold = Proof.TOLERANCE;
      messages.add("no optimum, the weights stay: " + failure.sentence());
    }
    Supplier<String> message = () -> String.join("; ", messages);
    book.update(new Condition(WARNING, "DEGRADED", reasons, value, threshold, message), time);
  }

  /**
   * DEGRADED: there are no weights before a number of periods is there.
   *
   * @param have periods with returns
   * @param need periods before the first estimate
   */
  void onWaiting(int have, int need, long time) {
    Supplier<String> message =
        text(
            "no weights yet: %d of %d periods of returns are there, the first come in %d periods",
            have, need, need - have);
    book.update(new Condition(WARNING, "DEGRADED", TOO_EARLY, have, need, message), time);
  }

  /** What the figures of a successful optimisation give reason to. */
  void onWeights(EnsembleWeights weights) {
    long time = weights.time();
    double sharpe = weights.risk().sharpeAnnualised();
    book.update(
        Condition.of(
            WARNING,
            "LOW_SHARPE",
            sharpe < settings.sharpeBelow(),
            sharpe,
            settings.sharpeBelow(),
            text("the annualised Sharpe ratio of the optimum is %.2f", sharpe)),
        time);
    double condition = weights.estimate().conditionNumber();
    above(
        ERROR,
        "UNSTABLE_COVARIANCE",
        condition,
        settings.conditionAbove(),
        text("the condition number of the covariance is %.3g", condition),
        time);
    double shrinkage = weights.estimate().shrinkage();
    above(
        INFO,
        "SHRINKAGE_COLLAPSE",
        shrinkage,
        settings.shrinkageAbove(),
        text("the covariance is shrunk towards the identity by %.3f", shrinkage),
        time);
    double turnover = weights.rebalance().turnover();
    // The build-up from cash is no turnover.
    if (!weights.rebalance().decision().equals(Decision.INITIAL.name())) {
      above(
          WARNING,
          "HIGH_TURNOVER",
          turnover,
          settings.turnoverAbove(),
          text("the optimum is a turnover of %.3f away", turnover),
          time);
    }
  }

  private void above(
      Alert.Level level,
      String key,
      double value,
      double threshold,
      Supplier<String> message,
      long time) {
    book.update(Condition.of(level, key, value > threshold, value, threshold, message), time);
  }

  private static Supplier<String> text(String format, Object... values) {
    return () -> String.format(Locale.ROOT, format, values);
  }

  /** What began or ended since last asked. */
  List<Alert> drain() {
    return book.drain();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    book.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    book.load(in);
  }
}
