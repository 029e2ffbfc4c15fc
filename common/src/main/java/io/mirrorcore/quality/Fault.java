package io.mirrorcore.quality;

/** What may be odd about bars, in the order in which it is told. */
public enum Fault {
  NOT_POSITIVE(
      "prices of 0 or below, which are refused: a return from them means nothing (unless it is a difference: symbols.PATTERN.difference)"),
  REFUSED("records refused for other reasons"),
  DUPLICATE("bars with the symbol and time of another one"),
  CLOSE_OUTSIDE_RANGE("open or close outside of high and low"),
  SPLIT("steps that look like a split that the prices are not adjusted for"),
  SPIKE("steps that the next bar takes back: prices that nobody may have traded at"),
  JUMP("returns of more than 20 times the usual size"),
  GAP("days on end without a bar"),
  HALT("silences within a day of trading"),
  FROZEN("20 bars or more without any change of price"),
  NO_VOLUME("bars with volume 0"),
  SHIFTED_STAMPS(
      "days whose stamps are an hour off those of the day before, as by another zone's daylight saving"),
  LISTED_LATE("symbols whose bars begin after the file"),
  DELISTED("symbols whose bars end before the file");

  private final String meaning;

  Fault(String meaning) {
    this.meaning = meaning;
  }

  /** What was counted, in words. */
  public String meaning() {
    return meaning;
  }
}
