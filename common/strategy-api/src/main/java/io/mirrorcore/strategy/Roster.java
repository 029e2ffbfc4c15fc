package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The symbols of a portfolio, each with a series of its own, all aligned by the portfolio's closes.
 *
 * <p>Where a symbol lacks a bar its price counts as unchanged: its return is 0, and its next return
 * covers both bars, so that the series stay aligned and no return is lost. A symbol takes part when
 * its series is long enough and it has a bar now. A symbol unseen for {@code forgetBars} bars is
 * forgotten, so that the state is bounded by the symbols that trade.
 */
public final class Roster<S extends Roster.Series> implements Stateful {

  /** The quotient of two valid prices may overflow; sums of squares of this one do not. */
  private static final double LARGEST_RETURN = 1e30;

  /** What a strategy keeps of one symbol. */
  public interface Series extends Stateful {

    /** Takes in the first close; it has no return. */
    void begin(double close);

    /**
     * Takes in the next close, whether the symbol has a bar or not.
     *
     * @param simpleReturn since the close before; 0 where there is no bar
     */
    void add(double close, double simpleReturn);

    /** Takes in a close at which the symbol has no bar: by default an unchanged price. */
    default void miss(double close) {
      add(close, 0);
    }

    /** Whether it is long enough for the symbol to take part. */
    boolean isReady();
  }

  /** One symbol. */
  public static final class Member<S> {
    private final String symbol;
    private final S series;
    private double close;
    private int missed;

    private Member(String symbol, S series) {
      this.symbol = symbol;
      this.series = series;
    }

    public String symbol() {
      return symbol;
    }

    public S series() {
      return series;
    }

    /** Whether the symbol has a bar at this close. */
    public boolean isPresent() {
      return missed == 0;
    }
  }

  private final int forgetBars;
  private final Function<String, S> fresh;
  private final TreeMap<String, Member<S>> members = new TreeMap<>();

  /**
   * @param forgetBars bars in a row without one of a symbol after which it is forgotten
   * @param fresh makes the empty series of a symbol
   */
  public Roster(int forgetBars, Function<String, S> fresh) {
    this.forgetBars = forgetBars;
    this.fresh = fresh;
  }

  /** Takes in all bars of one close, in any order. */
  public void add(List<Bar> closed) {
    members.values().forEach(member -> member.missed++);
    for (Bar bar : closed) {
      Member<S> member = members.get(bar.symbol());
      if (member == null) {
        member = new Member<>(bar.symbol(), fresh.apply(bar.symbol()));
        members.put(bar.symbol(), member);
        member.series.begin(bar.close());
      } else {
        double simpleReturn = Math.min(LARGEST_RETURN, bar.close() / member.close - 1);
        member.series.add(bar.close(), simpleReturn);
      }
      member.close = bar.close();
      member.missed = 0;
    }
    members.values().removeIf(member -> member.missed >= forgetBars);
    for (Member<S> member : members.values()) {
      if (member.missed > 0) {
        member.series.miss(member.close);
      }
    }
  }

  /** The symbols whose series are long enough, in order of name, with or without a bar now. */
  public List<Member<S>> ready() {
    return members.values().stream().filter(member -> member.series.isReady()).toList();
  }

  /** The symbols that take part now, in order of name. */
  public List<Member<S>> participants() {
    return ready().stream().filter(Member::isPresent).toList();
  }

  /** The series of a symbol that is remembered. */
  public S series(String symbol) {
    return members.get(symbol).series;
  }

  /** Symbols remembered, whether they take part or not. */
  public int size() {
    return members.size();
  }

  /** Whether a symbol is remembered. */
  public boolean knows(String symbol) {
    return members.containsKey(symbol);
  }

  /** Whether a symbol takes part now. */
  public boolean takesPart(String symbol) {
    Member<S> member = members.get(symbol);
    return member != null && member.isPresent() && member.series.isReady();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(members.size());
    for (Map.Entry<String, Member<S>> entry : members.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue().close);
      out.writeInt(entry.getValue().missed);
      entry.getValue().series.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    members.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      Member<S> member = new Member<>(symbol, fresh.apply(symbol));
      member.close = in.readDouble();
      member.missed = in.readInt();
      member.series.load(in);
      members.put(symbol, member);
    }
  }
}
