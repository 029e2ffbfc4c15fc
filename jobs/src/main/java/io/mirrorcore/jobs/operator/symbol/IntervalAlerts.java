package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.operator.Memberships;
import io.mirrorcore.jobs.plan.BarPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.Alert;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What is said of a symbol whose bars are not {@code bars.interval} apart: an alert WRONG_INTERVAL
 * to each of its portfolios when that begins and when it ends, and a dead letter of every bar in
 * between. Of minutes taken for hours no weights are better than wrong ones.
 */
final class IntervalAlerts {

  private static final String KEY = "WRONG_INTERVAL:";

  private final Memberships memberships;
  private final long intervalMs;
  private final String option;
  private final long madeMs;
  private final ZoneId expiryZone;

  /**
   * @param expiryZone of the parser, to write out again what is refused
   */
  IntervalAlerts(Portfolios portfolios, BarPlan bars, ZoneId expiryZone) {
    this.memberships = new Memberships(portfolios);
    this.intervalMs = bars.inputMs();
    this.madeMs = bars.grid().intervalMs();
    this.option = bars.ofBars() ? "inputs.prices.interval" : "bars.interval";
    this.expiryZone = expiryZone;
  }

  /**
   * The alerts of a bar with which the interval of its symbol becomes wrong or right.
   *
   * @param apart what the bars are apart, milliseconds; 0 where they are right again
   */
  List<Alert> turned(AdmittedEvent bar, long apart) {
    return memberships.of(bar.symbol()).stream().map(name -> alert(name, bar, apart)).toList();
  }

  private Alert alert(String portfolio, AdmittedEvent bar, long apart) {
    return new Alert(
        portfolio,
        Alert.Level.ERROR,
        KEY + bar.symbol(),
        apart == 0 ? Alert.State.RESOLVED : Alert.State.FIRING,
        apart == 0
            ? "the bars of %s are %s (%s) apart again"
                .formatted(bar.symbol(), option, words(intervalMs))
            : sentence(bar, apart),
        apart,
        intervalMs,
        bar.time());
  }

  private String sentence(AdmittedEvent bar, long apart) {
    return "the bars of %s are %s apart, and %s is %s: none of them counts until one of the two is corrected%s"
        .formatted(bar.symbol(), words(apart), option, words(intervalMs), remedy(apart));
  }

  /** Shorter bars may have been meant as parts. */
  private String remedy(long apart) {
    return intervalMs == madeMs && apart < madeMs && madeMs % apart == 0
        ? "; inputs.prices.interval=%s makes bars of them".formatted(words(apart))
        : "";
  }

  private static String words(long milliseconds) {
    return DurationText.format(Duration.ofMillis(milliseconds));
  }

  DeadLetter letter(AdmittedEvent bar, long apart) {
    return DeadLetter.of(
        bar.rejectedAs(RejectReason.WRONG_INTERVAL, sentence(bar, apart), expiryZone));
  }

  /** Of a record from which a bar would be made, had its market been open. */
  DeadLetter outOfSession(AdmittedEvent event) {
    String detail =
        ("%s of %s with time %d is outside of the sessions of its symbol, by which bars are made"
                + " (bars.anchor): correct sessions, or set bars.anchor=clock")
            .formatted(event.kind(), event.symbol(), event.time());
    return DeadLetter.of(event.rejectedAs(RejectReason.OUT_OF_SESSION, detail, expiryZone));
  }
}
