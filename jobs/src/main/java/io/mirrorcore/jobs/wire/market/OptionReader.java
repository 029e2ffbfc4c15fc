package io.mirrorcore.jobs.wire.market;

import static io.mirrorcore.jobs.wire.market.CommonFields.notNegative;
import static io.mirrorcore.jobs.wire.market.CommonFields.notNegativeOrNaN;
import static io.mirrorcore.jobs.wire.market.CommonFields.positive;
import static io.mirrorcore.jobs.wire.market.CommonFields.positiveOrNaN;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * Validates one record of the options-flow topic. The feed names the day of expiry; the contract
 * ends at a time of that day which depends on the market.
 */
final class OptionReader {

  /** 1,000 % a year: what is above is an error of the feed, not a view on the future. */
  private static final double MAX_IV = 10;

  private static final long DAY = 86_400_000L;
  private static final int FIRST_YEAR = 1980;

  private final Function<String, TimeReader> readers;
  private final TimeReader times;

  // A chain has a handful of expiries and comes in their order: the last answer serves most prints.
  private String lastSymbol = "";
  private String lastDate = "";
  private long lastExpiry;
  private TimeReader expiries;

  /**
   * @param expiries of the day on which the options on a symbol expire
   */
  OptionReader(TimeReader times, Function<String, TimeReader> expiries) {
    this.times = times;
    this.readers = expiries;
  }

  OptionPrint read(FieldSource fields) throws Rejection {
    String symbol = CommonFields.symbol(fields);
    OptionPrint print =
        new OptionPrint(
            symbol,
            fields.time(times),
            contract(symbol, fields),
            positiveOrNaN(fields, WireField.SPOT),
            notNegativeOrNaN(fields, WireField.BID),
            notNegativeOrNaN(fields, WireField.ASK),
            notNegativeOrNaN(fields, WireField.PRICE), // feeds write 0 for "no trade yet"
            notNegative(fields, WireField.VOLUME),
            notNegativeOrNaN(fields, WireField.OPEN_INTEREST),
            iv(fields),
            absentIfZero(notNegativeOrNaN(fields, WireField.GAMMA)));
    if (print.bid() > print.ask()) {
      throw CommonFields.crossed("bid", print.bid(), "ask", print.ask());
    }
    return print;
  }

  private OptionContract contract(String symbol, FieldSource fields) throws Rejection {
    long expiry = expiry(symbol, fields.textOrNumber(WireField.EXPIRY));
    double strike = positive(fields, WireField.STRIKE);
    String type = fields.text(WireField.TYPE);
    return switch (type) {
      case "CALL" -> new OptionContract(expiry, strike, OptionType.CALL);
      case "PUT" -> new OptionContract(expiry, strike, OptionType.PUT);
      default -> throw CommonFields.unknownType(WireField.TYPE, "CALL or PUT", type);
    };
  }

  private long expiry(String symbol, String date) throws Rejection {
    if (!symbol.equals(lastSymbol)) {
      expiries = readers.apply(symbol);
      lastSymbol = symbol;
      lastDate = "";
    }
    if (!date.equals(lastDate)) {
      lastExpiry = instant(date);
      lastDate = date;
    }
    return lastExpiry;
  }

  private long instant(String text) throws Rejection {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < FIRST_YEAR || day.getYear() > InputTimes.LAST_YEAR) {
        throw new Rejection(
            RejectReason.OUT_OF_RANGE,
            "expiry must lie between %d and %d; have %s"
                .formatted(FIRST_YEAR, InputTimes.LAST_YEAR, day));
      }
    } catch (DateTimeParseException e) {
      return ofTime(text);
    }
    return expiries.read(text);
  }

  /** A number that is 00:00 UTC stands for a day, as it does in the feeds that write it. */
  private long ofTime(String text) throws Rejection {
    try {
      long time = expiries.read(text);
      boolean isDay = NumberText.isJsonNumber(text) && Math.floorMod(time, DAY) == 0;
      return isDay ? expiries.read(LocalDate.ofEpochDay(time / DAY).toString()) : time;
    } catch (Rejection e) {
      throw Rejection.wrongType(WireField.EXPIRY, "a date like 2015-12-24", Rejection.quoted(text));
    }
  }

  private static double iv(FieldSource fields) throws Rejection {
    double iv = absentIfZero(notNegativeOrNaN(fields, WireField.IV));
    if (iv > MAX_IV) {
      throw Rejection.outOfRange(
          WireField.IV, "a fraction per year of at most " + NumberText.of(MAX_IV), iv);
    }
    return iv;
  }

  /** Feeds write 0 for what they could not solve: no option that lives has such a number. */
  private static double absentIfZero(double number) {
    return number == 0 ? Double.NaN : number;
  }
}
