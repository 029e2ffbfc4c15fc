package io.mirrorcore.jobs.plan;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.calendar.TradingHours;
import io.mirrorcore.jobs.adjust.AdjustmentFile;
import io.mirrorcore.jobs.adjust.KnownAdjustment;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the splits and dividends of a job come from.
 *
 * @param known those of a file, in its order
 * @param fromTopic whether more may come in while the job runs
 * @param sessions in whose zone a day begins
 * @param otherwise that zone where the market of a symbol is not declared
 * @param coveredUntil time up to which a history has been taken in, before which none may come in,
 *     epoch milliseconds
 */
public record AdjustmentPlan(
    List<KnownAdjustment> known,
    boolean fromTopic,
    MarketSessions sessions,
    ZoneId otherwise,
    long coveredUntil)
    implements Serializable {

  public AdjustmentPlan {
    known = new ArrayList<>(known);
  }

  /** What a configuration says, with its file read. */
  public static AdjustmentPlan of(Settings settings) {
    return new AdjustmentPlan(
        settings
            .find(PipelineKeys.JOB_ADJUST)
            .map(file -> AdjustmentFile.read(Path.of(file), settings.parser()))
            .orElse(List.of()),
        settings.get(PipelineKeys.JOB_INPUTS).contains(Topic.ADJUSTMENTS),
        settings.sessions(),
        settings.get(PipelineKeys.BARS_ZONE),
        Long.MIN_VALUE);
  }

  /** The same behind a history. */
  public AdjustmentPlan after(long until) {
    return new AdjustmentPlan(known, fromTopic, sessions, otherwise, until);
  }

  /** Whether there is, or may come, any. */
  public boolean isOn() {
    return fromTopic || !known.isEmpty();
  }

  /** Those of a file of one symbol, by their days. */
  public List<KnownAdjustment> of(String symbol) {
    return known.stream()
        .filter(one -> one.adjustment().symbol().equals(symbol))
        .sorted(Comparator.comparing(one -> one.adjustment().date()))
        .toList();
  }

  /**
   * When the day of an adjustment begins, epoch milliseconds: it holds for bars that close later.
   */
  public long from(Adjustment adjustment) {
    ZoneId zone = sessions.of(adjustment.symbol()).map(TradingHours::zone).orElse(otherwise);
    return adjustment.date().atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
