package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.util.List;
import java.util.Map;

/** Reads positions and requests of the kill switch; what cannot be read becomes a dead letter. */
final class PaperParser {

  /** A deleted key, of a topic that is compacted, says nothing. */
  private static final PaperReading NOTHING = new PaperReading(null, null);

  private PaperParser() {}

  /** A record of positions; neither event nor letter where its key was deleted. */
  static PaperReading positions(SourceRef source, byte[] value) {
    if (value == null) {
      return NOTHING;
    }
    try {
      TargetPositions positions = Json.decode(value, TargetPositions.class);
      if (positions.portfolio() == null || positions.prices() == null) {
        String field = positions.portfolio() == null ? "portfolio" : "prices";
        return refused(source, value, RejectReason.MISSING_FIELD, field + " is missing");
      }
      for (Map.Entry<String, Double> position : positions.positions().entrySet()) {
        if (!(positions.prices().getOrDefault(position.getKey(), 0.0) > 0)) {
          return refused(
              source,
              value,
              RejectReason.OUT_OF_RANGE,
              "price of " + position.getKey() + " must be above 0");
        }
      }
      return new PaperReading(new PaperEvent(positions.portfolio(), positions, null, null), null);
    } catch (IllegalArgumentException e) {
      return refused(source, value, RejectReason.MALFORMED, e.getMessage());
    }
  }

  /**
   * A record of the kill switch.
   *
   * @param portfolios that there are
   */
  static PaperReading control(SourceRef source, byte[] value, List<String> portfolios) {
    if (value == null) {
      return NOTHING;
    }
    try {
      PaperControl control = Json.decode(value, PaperControl.class);
      if (control.portfolio() == null || control.action() == null) {
        String field = control.portfolio() == null ? "portfolio" : "action";
        return refused(source, value, RejectReason.MISSING_FIELD, field + " is missing");
      }
      if (!portfolios.contains(control.portfolio())) {
        return refused(
            source,
            value,
            RejectReason.OUT_OF_RANGE,
            "portfolio must be one of %s; have %s".formatted(portfolios, control.portfolio()));
      }
      if (!control.asks() && control.time() == null) {
        return refused(source, value, RejectReason.MISSING_FIELD, "time is missing");
      }
      return new PaperReading(new PaperEvent(control.portfolio(), null, null, control), null);
    } catch (IllegalArgumentException e) {
      return refused(source, value, RejectReason.MALFORMED, e.getMessage());
    }
  }

  static PaperReading refused(SourceRef source, byte[] value, RejectReason reason, String detail) {
    return new PaperReading(
        null,
        new DeadLetter(
            source.topic(),
            source.partition(),
            source.offset(),
            null,
            reason,
            detail,
            value,
            null));
  }
}
