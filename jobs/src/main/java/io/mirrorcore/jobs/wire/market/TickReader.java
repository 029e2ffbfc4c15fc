package io.mirrorcore.jobs.wire.market;

import static io.mirrorcore.jobs.wire.market.CommonFields.positive;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;

/** Makes a tick of one record of the ticks topic, or says why it is none. */
final class TickReader {

  private TickReader() {}

  static Tick read(FieldSource fields, TimeReader times, ParserSettings settings) throws Rejection {
    String symbol = CommonFields.symbol(fields);
    long time = fields.time(times);
    String type = fields.text(WireField.TYPE);
    return switch (type) {
      case "TRADE" -> trade(fields, symbol, time, settings.isDifference(symbol));
      case "QUOTE" -> quote(fields, symbol, time);
      default -> throw CommonFields.unknownType(WireField.TYPE, "TRADE or QUOTE", type);
    };
  }

  private static Tick trade(FieldSource fields, String symbol, long time, boolean anySign)
      throws Rejection {
    double price =
        anySign
            ? CommonFields.ofAnySign(fields, WireField.PRICE)
            : positive(fields, WireField.PRICE);
    double size = positive(fields, WireField.SIZE);
    return Tick.trade(symbol, time, price, size, aggressor(fields));
  }

  /**
   * What a trade is told by when its feed sends it again: 64 bits of its venue's id (FNV-1a), of
   * which no two among a few hundred are equal by chance; 0 where it has none.
   */
  static long id(FieldSource fields) throws Rejection {
    if (!fields.has(WireField.ID)) {
      return 0;
    }
    String text = fields.textOrNumber(WireField.ID);
    long hash = 0xcbf29ce484222325L;
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }

  private static Aggressor aggressor(FieldSource fields) throws Rejection {
    if (!fields.has(WireField.AGGRESSOR)) {
      return Aggressor.UNKNOWN;
    }
    String word = fields.text(WireField.AGGRESSOR);
    return switch (word) {
      case "BUY" -> Aggressor.BUY;
      case "SELL" -> Aggressor.SELL;
      case "UNKNOWN" -> Aggressor.UNKNOWN;
      default -> throw CommonFields.unknownType(WireField.AGGRESSOR, "BUY, SELL or UNKNOWN", word);
    };
  }

  private static Tick quote(FieldSource fields, String symbol, long time) throws Rejection {
    double[] bids = side(fields, WireField.BIDS, -1);
    double[] asks = side(fields, WireField.ASKS, 1);
    if (bids.length == 0 && asks.length == 0) {
      throw new Rejection(
          RejectReason.MISSING_FIELD, "a QUOTE must have bids or asks; both are empty");
    }
    if (bids.length > 0 && asks.length > 0 && bids[0] > asks[0]) {
      throw CommonFields.crossed("the best bid", bids[0], "the best ask", asks[0]);
    }
    return Tick.quote(symbol, time, bids, asks);
  }

  /** One side with positive prices and sizes, its prices running strictly in {@code direction}. */
  private static double[] side(FieldSource fields, WireField field, int direction)
      throws Rejection {
    double[] levels = fields.side(field);
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] > 0)) {
        throw Rejection.outOfRange(
            field, i % 2 == 0 ? "of prices above 0" : "of sizes above 0", levels[i]);
      }
      CommonFields.plausible(field, levels[i]);
    }
    for (int i = 2; i < levels.length; i += 2) {
      if (!(direction * (levels[i] - levels[i - 2]) > 0)) {
        throw new Rejection(
            RejectReason.UNORDERED_BOOK,
            field.wireName()
                + " must be best first, each price once; "
                + NumberText.of(levels[i])
                + " comes after "
                + NumberText.of(levels[i - 2]));
      }
    }
    return levels;
  }
}
