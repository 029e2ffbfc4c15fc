package io.mirrorcore.jobs.backtest;

import static io.mirrorcore.jobs.wire.csv.CsvText.inert;
import static io.mirrorcore.jobs.wire.csv.CsvText.number;

import io.mirrorcore.backtest.breakdown.Trade;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * The trades of the ensemble as CSV, written as they come: a year of minutes has more of them than
 * memory should hold. Only the line of names where the symbols are not known.
 */
final class TradesFile implements AutoCloseable {

  private final BufferedWriter out;

  private TradesFile(BufferedWriter out) {
    this.out = out;
  }

  static TradesFile open(Path file) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file);
    out.write("time,symbol,side,price,positionBefore,positionAfter,value,cost\n");
    return new TradesFile(out);
  }

  void add(Trade trade) {
    StringJoiner row = new StringJoiner(",", "", "\n");
    row.add(Instant.ofEpochMilli(trade.time()).toString()).add(inert(trade.symbol()));
    row.add(trade.value() < 0 ? "SELL" : "BUY");
    row.add(trade.price() > 0 ? number(trade.price()) : "");
    row.add(number(trade.before())).add(number(trade.after()));
    row.add(number(trade.value())).add(number(trade.cost()));
    try {
      out.write(row.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
