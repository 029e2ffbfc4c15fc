package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.evidence.AgainstMarket;
import io.mirrorcore.backtest.evidence.Evidence;
import io.mirrorcore.backtest.evidence.MarketAlpha;
import io.mirrorcore.backtest.evidence.SharpeBootstrap;
import io.mirrorcore.backtest.evidence.SharpeDifference;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words for what the tracks show. Says no more than the intervals do: a higher Sharpe ratio whose
 * interval of the difference covers 0 is "not shown", however much higher it is.
 *
 * <p>The outcome is decided by the 99 % interval, of the same resamples as the 95 % one in the
 * tables. By the latter every twentieth run on noise would end in a claim; a headline should be
 * harder to get (Harvey, Liu and Zhu 2016 ask for t-ratios of 3 in this field).
 */
public final class VerdictWording {

  private final List<Track> tracks;
  private final Track ensemble;
  private final Track equalWeight;
  private final SharpeDifference hurdle;
  private final SharpeDifference marketHurdle;
  private final Accounting accounting;

  private VerdictWording(List<Track> tracks, Hurdles hurdles, Accounting accounting) {
    this.tracks = tracks;
    this.accounting = accounting;
    hurdle = hurdles.equalWeight();
    marketHurdle = hurdles.market();
    ensemble = only(TrackKind.ENSEMBLE);
    equalWeight = only(TrackKind.EQUAL_WEIGHT);
  }

  /**
   * Sharpe differences of the ensemble, with the wider interval.
   *
   * @param equalWeight to equal weight
   * @param market to HOLD; null where there is no market
   */
  public record Hurdles(SharpeDifference equalWeight, SharpeDifference market) {}

  /**
   * The verdict on the ensemble.
   *
   * @param tracks of one evaluation, ensemble and equal weight among them
   * @param accounting what their returns are made of
   */
  public static Verdict of(List<Track> tracks, Hurdles hurdles, Accounting accounting) {
    VerdictWording wording = new VerdictWording(tracks, hurdles, accounting);
    Verdict.Outcome outcome = wording.outcome();
    return new Verdict(outcome, sentence(outcome, "equal weight"), wording.details(outcome));
  }

  private Track only(TrackKind kind) {
    return tracks.stream().filter(track -> track.kind() == kind).findFirst().orElseThrow();
  }

  private Verdict.Outcome outcome() {
    return outcome(hurdle);
  }

  private static Verdict.Outcome outcome(SharpeDifference hurdle) {
    if (hurdle.liesAboveZero()) {
      return Verdict.Outcome.SHOWN;
    }
    return hurdle.liesBelowZero() ? Verdict.Outcome.WORSE : Verdict.Outcome.NOT_SHOWN;
  }

  private static String sentence(Verdict.Outcome outcome, String than) {
    return switch (outcome) {
      case SHOWN -> "Better than " + than + ": shown by this data.";
      case NOT_SHOWN -> "Better than " + than + ": not shown by this data.";
      case WORSE -> "Worse than " + than + ": shown by this data.";
    };
  }

  private String difference(Verdict.Outcome outcome) {
    return difference(ensemble.evidence().sharpeDifference(), hurdle, outcome);
  }

  private static String difference(
      SharpeDifference d, SharpeDifference hurdle, Verdict.Outcome outcome) {
    return text(
        "The difference of the Sharpe ratios, %s, has a 95 %% interval of %s to %s, and of %s to %s"
            + " at 99 %%, which %s 0.",
        ratio(d.value()),
        ratio(d.low()),
        ratio(d.high()),
        ratio(hurdle.low()),
        ratio(hurdle.high()),
        outcome == Verdict.Outcome.NOT_SHOWN ? "covers" : "leaves out");
  }

  private List<String> details(Verdict.Outcome outcome) {
    List<String> details = new ArrayList<>();
    details.add(difference(outcome));
    if (marketHurdle != null) {
      details.add(market());
    }
    details.add(sharpe());
    details.add(drawdown());
    details.add(turnover());
    details.add(winRate());
    details.add(rest());
    details.add(length());
    switch (accounting) {
      case NETTED -> {}
      case OF_RETURNS ->
          details.add(
              "Judged on the strategies' own returns by their weights: without prices nothing is"
                  + " known of positions, so nothing is netted and every disagreement is charged"
                  + " twice.");
      case BY_STRATEGY ->
          details.add(
              "Judged as in 0.1 (backtest.accounting: by-strategy): every strategy is a fund of its"
                  + " own, so nothing is netted, as the live job does, and every disagreement is"
                  + " charged twice.");
    }
    Evidence evidence = ensemble.evidence();
    if (evidence.trials() > 1) {
      details.add(
          text(
              "Chosen from %.1f effective trials: the probability that its Sharpe ratio is more"
                  + " than the luck of the best is %.3f.",
              evidence.trials(), evidence.dsr()));
    }
    return details;
  }

  /** Against doing nothing, and what is left when that is taken out. */
  private String market() {
    AgainstMarket market = ensemble.market();
    Verdict.Outcome outcome = outcome(marketHurdle);
    String than =
        sentence(outcome, "HOLD")
            + " "
            + difference(market.sharpeDifference(), marketHurdle, outcome);
    MarketAlpha alpha = market.alpha();
    return alpha == null
        ? than
        : than
            + text(
                " On HOLD at 10 %% volatility it has a beta of %s and an alpha of %s a year (95 %%"
                    + " interval %s to %s, t %s).",
                ratio(alpha.beta()),
                percent(alpha.annual()),
                percent(alpha.low()),
                percent(alpha.high()),
                ratio(alpha.t()));
  }

  private String sharpe() {
    SharpeInterval own = ensemble.evidence().sharpeInterval();
    SharpeInterval other = equalWeight.evidence().sharpeInterval();
    return text(
        "Sharpe ratio %s (95 %% interval %s to %s) against %s (%s to %s) of equal weight.",
        ratio(ensemble.figures().ratios().sharpe()),
        ratio(own.low()),
        ratio(own.high()),
        ratio(equalWeight.figures().ratios().sharpe()),
        ratio(other.low()),
        ratio(other.high()));
  }

  private String drawdown() {
    Figures own = ensemble.figures();
    Figures other = equalWeight.figures();
    return text(
        "Maximum drawdown %s over %s against %s over %s.",
        percent(own.risk().maxDrawdown()),
        bars(own.risk().maxDrawdownBars()),
        percent(other.risk().maxDrawdown()),
        bars(other.risk().maxDrawdownBars()));
  }

  private String turnover() {
    Figures own = ensemble.figures();
    Figures other = equalWeight.figures();
    return text(
            "Turnover %.3f a rebalance (%d of them, cost %,.2f) against %.3f (%d, cost %,.2f); building"
                + " up cost %,.2f and %,.2f.",
            own.trading().averageTurnover(),
            own.trading().rebalances(),
            own.trading().costPaid(),
            other.trading().averageTurnover(),
            other.trading().rebalances(),
            other.trading().costPaid(),
            own.trading().buildUpCost(),
            other.trading().buildUpCost())
        + positionCost(own, other);
  }

  private String positionCost(Figures own, Figures other) {
    return accounting == Accounting.NETTED
        ? text(
            " Trading positions cost %,.2f against %,.2f.",
            own.trading().positionCost(), other.trading().positionCost())
        : "";
  }

  private String winRate() {
    return text(
        "A gain in %s of the bars with a position against %s.",
        percent(ensemble.figures().hits().winRate()),
        percent(equalWeight.figures().hits().winRate()));
  }

  /** Who beats 1/N, and whether that means anything. */
  private String rest() {
    List<Track> others =
        tracks.stream()
            .filter(track -> track.kind() != TrackKind.EQUAL_WEIGHT && track.everHeld())
            .toList();
    String shown =
        others.stream()
            .filter(track -> track.evidence().sharpeDifference().liesAboveZero())
            .map(Track::name)
            .collect(Collectors.joining(", "));
    if (!shown.isEmpty()) {
      return text(
          "With a 95 %% interval above equal weight, each taken for itself: %s. Of %d tracks"
              + " compared, %.1f are expected there by luck.",
          shown, others.size(), others.size() * (1 - SharpeBootstrap.LEVEL) / 2);
    }
    boolean higher =
        others.stream()
            .anyMatch(t -> t.figures().ratios().sharpe() > equalWeight.figures().ratios().sharpe());
    return higher
        ? "Nothing here is shown to beat equal weight; what has a higher Sharpe ratio may owe it to"
            + " chance."
        : "Nothing here beats equal weight: no track has even a higher Sharpe ratio.";
  }

  private String length() {
    Long needed = ensemble.evidence().minimumTrackRecordBars();
    String had = bars(ensemble.figures().bars());
    if (needed == null) {
      return text(
          "The Sharpe ratio is not above 0: no length of data would show that it is (have %s).",
          had);
    }
    if (needed > ensemble.figures().bars()) {
      return text(
          "The data is too short: %s, where %,d would be needed to show a Sharpe ratio of %s to be"
              + " above 0 with 95 %% probability.",
          had, needed, ratio(ensemble.figures().ratios().sharpe()));
    }
    return text(
        "The data is long enough (%s; %,d needed) to show a Sharpe ratio of %s to be above 0.",
        had, needed, ratio(ensemble.figures().ratios().sharpe()));
  }

  private static String bars(int count) {
    return text(count == 1 ? "%,d bar" : "%,d bars", count);
  }

  private static String ratio(double value) {
    return unsigned(text("%.2f", value));
  }

  private static String percent(double share) {
    return unsigned(text("%.1f", 100 * share)) + " %";
  }

  /** Without the sign of a minus zero. */
  private static String unsigned(String number) {
    return number.matches("-0\\.0*") ? number.substring(1) : number;
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
