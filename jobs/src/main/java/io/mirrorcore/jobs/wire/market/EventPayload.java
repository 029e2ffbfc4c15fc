package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.text.CompactText;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of a bar, a tick, an option print and an adjustment in layout 1 of {@link
 * MarketEventSerializer}.
 */
final class EventPayload {

  private static final int TRADE = 0;
  private static final int BUYER_INITIATED = 1;
  private static final int SELLER_INITIATED = 2;
  private static final int QUOTE = 3;

  private EventPayload() {}

  static void writeBar(Bar bar, DataOutputView out) throws IOException {
    CompactText.write(bar.symbol(), out);
    out.writeLong(bar.time());
    out.writeDouble(bar.open());
    out.writeDouble(bar.high());
    out.writeDouble(bar.low());
    out.writeDouble(bar.close());
    out.writeDouble(bar.volume());
  }

  static Bar readBar(DataInputView in) throws IOException {
    return new Bar(
        CompactText.read(in),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }

  static void writeAdjustment(Adjustment adjustment, DataOutputView out) throws IOException {
    CompactText.write(adjustment.symbol(), out);
    out.writeLong(adjustment.date().toEpochDay());
    out.writeDouble(adjustment.ratio());
    out.writeDouble(adjustment.dividend());
  }

  static Adjustment readAdjustment(DataInputView in) throws IOException {
    return new Adjustment(
        CompactText.read(in),
        LocalDate.ofEpochDay(in.readLong()),
        in.readDouble(),
        in.readDouble());
  }

  static void writeTick(Tick tick, DataOutputView out) throws IOException {
    CompactText.write(tick.symbol(), out);
    out.writeLong(tick.time());
    if (tick.type() == TickType.QUOTE) {
      out.writeByte(QUOTE);
      writeSide(tick.bids(), out);
      writeSide(tick.asks(), out);
    } else {
      out.writeByte(code(tick.aggressor()));
      out.writeDouble(tick.price());
      out.writeDouble(tick.size());
    }
  }

  static Tick readTick(DataInputView in) throws IOException {
    String symbol = CompactText.read(in);
    long time = in.readLong();
    int code = in.readUnsignedByte();
    return code == QUOTE
        ? Tick.quote(symbol, time, readSide(in), readSide(in))
        : Tick.trade(symbol, time, in.readDouble(), in.readDouble(), aggressor(code));
  }

  private static int code(Aggressor aggressor) {
    return switch (aggressor) {
      case BUY -> BUYER_INITIATED;
      case SELL -> SELLER_INITIATED;
      case UNKNOWN -> TRADE;
    };
  }

  private static Aggressor aggressor(int code) throws IOException {
    return switch (code) {
      case TRADE -> Aggressor.UNKNOWN;
      case BUYER_INITIATED -> Aggressor.BUY;
      case SELLER_INITIATED -> Aggressor.SELL;
      default -> throw new IOException("no tick has the code " + code);
    };
  }

  private static void writeSide(double[] levels, DataOutputView out) throws IOException {
    out.writeByte(levels.length);
    for (double value : levels) {
      out.writeDouble(value);
    }
  }

  private static double[] readSide(DataInputView in) throws IOException {
    double[] levels = new double[in.readUnsignedByte()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = in.readDouble();
    }
    return levels;
  }

  static void writeOption(OptionPrint print, DataOutputView out) throws IOException {
    CompactText.write(print.symbol(), out);
    out.writeLong(print.time());
    out.writeLong(print.contract().expiry());
    out.writeDouble(print.contract().strike());
    out.writeBoolean(print.contract().type() == OptionType.CALL);
    out.writeDouble(print.spot());
    out.writeDouble(print.bid());
    out.writeDouble(print.ask());
    out.writeDouble(print.price());
    out.writeDouble(print.volume());
    out.writeDouble(print.openInterest());
    out.writeDouble(print.iv());
    out.writeDouble(print.gamma());
  }

  static OptionPrint readOption(DataInputView in) throws IOException {
    return new OptionPrint(
        CompactText.read(in),
        in.readLong(),
        readContract(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }

  private static OptionContract readContract(DataInputView in) throws IOException {
    return new OptionContract(
        in.readLong(), in.readDouble(), in.readBoolean() ? OptionType.CALL : OptionType.PUT);
  }
}
