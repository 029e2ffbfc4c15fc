package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.time.Duration;

/** What is said of bars that are not of the interval that is set: which options go with them. */
public final class OtherInterval {

  private OtherInterval() {}

  /**
   * One sentence.
   *
   * @param place where the bars are
   * @param have their interval
   * @param of "" or " of SYMBOL"
   */
  public static String sentence(Settings settings, String place, Duration have, String of) {
    boolean given = settings.isSet(PipelineKeys.INPUTS_PRICES_INTERVAL.key());
    ConfigKey<Duration> key =
        given ? PipelineKeys.INPUTS_PRICES_INTERVAL : PipelineKeys.BARS_INTERVAL;
    Duration wanted = settings.inputInterval();
    String interval = DurationText.format(have);
    return "%s is %s, but %s has a bar every %s%s: give the interval of the data, %s=%s%s, or leave it out"
        .formatted(
            key,
            DurationText.format(wanted),
            place,
            interval,
            of,
            key,
            interval,
            given ? "" : making(wanted, have));
  }

  /** How bars of the wanted interval are made from these; "" where they cannot be. */
  private static String making(Duration wanted, Duration have) {
    boolean fits = have.compareTo(wanted) < 0 && wanted.toMillis() % have.toMillis() == 0;
    return fits
        ? ", or make bars of %s from these, %s=%s"
            .formatted(
                DurationText.format(wanted),
                PipelineKeys.INPUTS_PRICES_INTERVAL,
                DurationText.format(have))
        : "";
  }
}
