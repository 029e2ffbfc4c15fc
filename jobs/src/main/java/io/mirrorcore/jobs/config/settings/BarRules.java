package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rules between the options of bars that are made from shorter ones, or from ticks. */
final class BarRules {

  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  private BarRules(Settings settings) {
    this.settings = settings;
  }

  /** One sentence a violation; empty when all is well. */
  static List<String> check(Settings settings) {
    BarRules rules = new BarRules(settings);
    settings.find(PipelineKeys.INPUTS_PRICES_INTERVAL).ifPresent(rules::checkInput);
    if (settings.get(PipelineKeys.BARS_ANCHOR) == Choices.Anchor.SESSION) {
      rules.checkSessions();
    }
    return rules.problems;
  }

  private void checkInput(Duration input) {
    if (settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS) {
      problems.add(
          "%s is %s, but %s is ticks, so no bar is made of prices; delete one of the two"
              .formatted(
                  PipelineKeys.INPUTS_PRICES_INTERVAL,
                  DurationText.format(input),
                  PipelineKeys.BARS_FROM));
    }
    // While bars.interval is not set, it is yet to be found in the data.
    if (settings.isSet(PipelineKeys.BARS_INTERVAL.key())) {
      checkFits(input, settings.get(PipelineKeys.BARS_INTERVAL));
    }
  }

  private void checkFits(Duration input, Duration interval) {
    if (interval.toMillis() % input.toMillis() != 0) {
      problems.add(
          "%s must be a multiple of %s, since its bars are made from those; have %s and %s; %s"
              .formatted(
                  PipelineKeys.BARS_INTERVAL,
                  PipelineKeys.INPUTS_PRICES_INTERVAL,
                  DurationText.format(interval),
                  DurationText.format(input),
                  interval.compareTo(input) < 0
                      ? "shorter bars cannot be made from longer ones"
                      : "set one that fits"));
    }
  }

  private void checkSessions() {
    Duration interval = settings.get(PipelineKeys.BARS_INTERVAL);
    if (settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.PRICES
        && settings.isSet(PipelineKeys.BARS_INTERVAL.key())
        && !settings.makesBarsOfBars()) {
      problems.add(
          "%s is session, but bars are taken as they come; set %s to the length of those that come in, below %s (%s), or %s: ticks"
              .formatted(
                  PipelineKeys.BARS_ANCHOR,
                  PipelineKeys.INPUTS_PRICES_INTERVAL,
                  PipelineKeys.BARS_INTERVAL,
                  DurationText.format(interval),
                  PipelineKeys.BARS_FROM));
    }
    if (interval.compareTo(DAY) > 0) {
      problems.add(
          "%s must be at most 1d where %s is session: no session is longer; have %s; set 1d for one bar a session"
              .formatted(
                  PipelineKeys.BARS_INTERVAL,
                  PipelineKeys.BARS_ANCHOR,
                  DurationText.format(interval)));
    } else if (settings.sessions().rules().isEmpty()) {
      problems.add(
          "%s is session, but no sessions are declared; set them, as in sessions.*: nyse"
              .formatted(PipelineKeys.BARS_ANCHOR));
    }
  }
}
