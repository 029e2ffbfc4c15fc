package io.mirrorcore.jobs.wire.reject;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every field that an input record may have. None is ever renamed, because the programs that write
 * them are not ours.
 */
public enum WireField {
  SYMBOL("symbol", Type.TEXT),
  TIME("time", Type.NUMBER),
  OPEN("open", Type.NUMBER),
  HIGH("high", Type.NUMBER),
  LOW("low", Type.NUMBER),
  CLOSE("close", Type.NUMBER),
  VOLUME("volume", Type.NUMBER),
  TYPE("type", Type.TEXT),
  PRICE("price", Type.NUMBER),
  SIZE("size", Type.NUMBER),
  BIDS("bids", Type.SIDE),
  ASKS("asks", Type.SIDE),
  AGGRESSOR("aggressor", Type.TEXT),
  EXPIRY("expiry", Type.TEXT),
  STRIKE("strike", Type.NUMBER),
  SPOT("spot", Type.NUMBER),
  BID("bid", Type.NUMBER),
  ASK("ask", Type.NUMBER),
  OPEN_INTEREST("openInterest", Type.NUMBER),
  IV("iv", Type.NUMBER),
  GAMMA("gamma", Type.NUMBER),
  DATE("date", Type.TEXT),
  RATIO("ratio", Type.NUMBER),
  DIVIDEND("dividend", Type.NUMBER),
  ID("id", Type.TEXT);

  /** What a field holds. */
  public enum Type {
    TEXT,
    NUMBER,
    /** One side of a book: levels of price and size. */
    SIDE
  }

  private static final Map<String, WireField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(WireField::wireName, Function.identity()));

  private static final Set<WireField> BAR_FIELDS =
      EnumSet.of(SYMBOL, TIME, OPEN, HIGH, LOW, CLOSE, VOLUME);

  private static final Set<WireField> TICK_FIELDS =
      EnumSet.of(SYMBOL, TIME, TYPE, PRICE, SIZE, BIDS, ASKS, AGGRESSOR, ID);

  private static final Set<WireField> OPTION_FIELDS =
      EnumSet.of(
          SYMBOL,
          TIME,
          EXPIRY,
          STRIKE,
          TYPE,
          SPOT,
          BID,
          ASK,
          PRICE,
          VOLUME,
          OPEN_INTEREST,
          IV,
          GAMMA);

  private static final Set<WireField> ADJUSTMENT_FIELDS =
      EnumSet.of(SYMBOL, TIME, DATE, RATIO, DIVIDEND);

  private final String wireName;
  private final Type type;

  WireField(String wireName, Type type) {
    this.wireName = wireName;
    this.type = type;
  }

  public String wireName() {
    return wireName;
  }

  public Type type() {
    return type;
  }

  /** The field of that name, or null: an unknown field is ignored, a newer release wrote it. */
  public static WireField of(String wireName) {
    return BY_NAME.get(wireName);
  }

  /** Whether records of that kind have the field, be it optional. */
  public boolean isOf(RecordKind kind) {
    return switch (kind) {
      case BAR -> BAR_FIELDS.contains(this);
      case TICK -> TICK_FIELDS.contains(this);
      case OPTION -> OPTION_FIELDS.contains(this);
      case ADJUSTMENT -> ADJUSTMENT_FIELDS.contains(this);
    };
  }

  /** The columns without which no row of a kind can be good. */
  public static Set<String> required(RecordKind kind) {
    List<WireField> fields =
        switch (kind) {
          case BAR -> List.of(SYMBOL, TIME, OPEN, HIGH, LOW, CLOSE, VOLUME);
          case TICK -> List.of(SYMBOL, TIME, TYPE);
          case OPTION -> List.of(SYMBOL, TIME, EXPIRY, STRIKE, TYPE, VOLUME);
          case ADJUSTMENT -> List.of(SYMBOL, DATE);
        };
    return fields.stream().map(WireField::wireName).collect(Collectors.toCollection(TreeSet::new));
  }
}
