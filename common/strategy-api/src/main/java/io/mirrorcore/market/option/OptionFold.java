package io.mirrorcore.market.option;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/**
 * Accumulator of the option prints of one underlying that belong to one bar; it keeps the newest
 * print of each contract.
 */
public final class OptionFold implements Stateful {

  private final String symbol;
  private final TreeMap<OptionContract, OptionPrint> newest = new TreeMap<>();
  private double putVolume;
  private double callVolume;

  public OptionFold(String symbol) {
    this.symbol = symbol;
  }

  /** Takes in one print; of two with the same time the one later on the topic is the newer. */
  public void add(OptionPrint print) {
    addVolume(print.contract().type(), print.volume());
    newest.merge(print.contract(), print, (a, b) -> b.time() >= a.time() ? b : a);
  }

  /**
   * Takes in what an earlier interval without a bar had gathered, except contracts that are gone: a
   * symbol whose bars never come must not pile up its expired options.
   *
   * @param now epoch milliseconds; contracts that expire by then are left out
   */
  public void addEarlier(OptionFold earlier, long now) {
    putVolume += earlier.putVolume;
    callVolume += earlier.callVolume;
    earlier.newest.values().stream()
        .filter(print -> print.contract().expiry() > now)
        .forEach(print -> newest.putIfAbsent(print.contract(), print));
  }

  private void addVolume(OptionType type, double volume) {
    if (type == OptionType.PUT) {
      putVolume += volume;
    } else {
      callVolume += volume;
    }
  }

  public OptionBar toBar() {
    return new OptionBar(putVolume, callVolume, List.copyOf(newest.values()));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(putVolume);
    out.writeDouble(callVolume);
    out.writeInt(newest.size());
    for (OptionPrint print : newest.values()) {
      out.writeLong(print.contract().expiry());
      out.writeDouble(print.contract().strike());
      out.writeBoolean(print.contract().type() == OptionType.CALL);
      out.writeLong(print.time());
      for (double value : numbers(print)) {
        out.writeDouble(value);
      }
    }
  }

  private static double[] numbers(OptionPrint p) {
    return new double[] {
      p.spot(), p.bid(), p.ask(), p.price(), p.volume(), p.openInterest(), p.iv(), p.gamma()
    };
  }

  @Override
  public void load(DataInput in) throws IOException {
    newest.clear();
    putVolume = in.readDouble();
    callVolume = in.readDouble();
    for (int left = in.readInt(); left > 0; left--) {
      OptionPrint print = readPrint(in);
      newest.put(print.contract(), print);
    }
  }

  private OptionPrint readPrint(DataInput in) throws IOException {
    long expiry = in.readLong();
    double strike = in.readDouble();
    OptionType type = in.readBoolean() ? OptionType.CALL : OptionType.PUT;
    return new OptionPrint(
        symbol,
        in.readLong(),
        new OptionContract(expiry, strike, type),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
