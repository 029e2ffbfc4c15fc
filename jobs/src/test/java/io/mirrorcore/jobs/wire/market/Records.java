package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;

/** Good records of every kind, and how the tests parse text. */
public final class Records {

  public static final SourceRef SOURCE = new SourceRef("topic", 3, 42);
  public static final long TIME = 1_450_967_460_000L;

  /** 2015-12-24 16:00 in New York. */
  public static final long EXPIRY = 1_450_990_800_000L;

  public static final String BAR =
      "{\"symbol\":\"GOOG\",\"time\":1450967460000,\"open\":749.55,\"high\":749.99,"
          + "\"low\":748.54,\"close\":748.6,\"volume\":11492}";
  public static final String TRADE =
      "{\"symbol\":\"BTC\",\"time\":1450967460000,\"type\":\"TRADE\",\"price\":61837.63,"
          + "\"size\":0.02,\"aggressor\":\"SELL\"}";
  public static final String QUOTE =
      "{\"symbol\":\"BTC\",\"time\":1450967460000,\"type\":\"QUOTE\","
          + "\"bids\":[[10.5,1],[10.25,2]],\"asks\":[[10.75,3]]}";
  public static final String OPTION =
      "{\"symbol\":\"GOOG\",\"time\":1450967460000,\"expiry\":\"2015-12-24\",\"strike\":590,"
          + "\"type\":\"CALL\",\"spot\":748.54,\"bid\":157.5,\"ask\":161.5,\"volume\":3}";

  public static final String FULL_OPTION =
      "{\"symbol\":\"SPY\",\"time\":1450967460000,\"expiry\":\"2016-01-15\",\"strike\":205.5,"
          + "\"type\":\"PUT\",\"bid\":1.1,\"ask\":1.15,\"price\":0,\"volume\":12,"
          + "\"openInterest\":1500,\"iv\":0.21,\"gamma\":3.5e-9}";

  public static final String SPLIT =
      "{\"symbol\":\"AAPL\",\"time\":1450967460000,\"date\":\"2020-08-31\",\"ratio\":\"4:1\"}";

  public static final String DIVIDEND =
      "{\"symbol\":\"AAPL\",\"time\":1450967460000,\"date\":\"2015-12-24\",\"ratio\":0.5,"
          + "\"dividend\":0.82}";

  public static final Bar BAR_RECORD = new Bar("GOOG", TIME, 749.55, 749.99, 748.54, 748.6, 11492);
  public static final Tick TRADE_RECORD = Tick.trade("BTC", TIME, 61837.63, 0.02, Aggressor.SELL);
  public static final Tick QUOTE_RECORD =
      Tick.quote("BTC", TIME, new double[] {10.5, 1, 10.25, 2}, new double[] {10.75, 3});
  public static final OptionPrint OPTION_RECORD =
      new OptionPrint(
          "GOOG",
          TIME,
          new OptionContract(EXPIRY, 590, OptionType.CALL),
          748.54,
          157.5,
          161.5,
          Double.NaN,
          3,
          Double.NaN,
          Double.NaN,
          Double.NaN);

  private Records() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What the parser admits. */
  public static AdmittedEvent admitted(RecordKind kind, String json) {
    return (AdmittedEvent) parse(kind, json);
  }

  /** What the parser rejects. */
  public static RejectedEvent rejected(RecordKind kind, String json) {
    return (RejectedEvent) parse(kind, json);
  }

  public static MarketEvent parse(RecordKind kind, String json) {
    return new RecordParser(ParserSettings.DEFAULT)
        .parse(kind, SOURCE, bytes(json), RecordParser.NO_TIMESTAMP);
  }
}
