package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that name the files of market data which a command or a job reads. */
public final class InputFiles {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Bars as CSV (plain or .gz): symbol,time,open,high,low,close,volume.")
  private Path prices;

  @Option(
      names = "--ticks",
      paramLabel = "FILE",
      description = "Trades and quotes: symbol,time,type,price,size,bids,asks,aggressor.")
  private Path ticks;

  @Option(
      names = "--options",
      paramLabel = "FILE",
      description =
          "Options flow: symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,"
              + "iv,gamma.")
  private Path options;

  /** The files given, each readable. */
  public Map<RecordKind, Path> files() {
    Map<RecordKind, Path> files = given();
    if (files.isEmpty()) {
      throw new CommandFailure("no input: give --prices, --ticks or --options");
    }
    return files;
  }

  /** The same where there may be none. */
  public Map<RecordKind, Path> given() {
    Map<RecordKind, Path> files = new TreeMap<>();
    put(files, RecordKind.BAR, prices);
    put(files, RecordKind.TICK, ticks);
    put(files, RecordKind.OPTION, options);
    return files;
  }

  private static void put(Map<RecordKind, Path> files, RecordKind kind, Path file) {
    if (file != null) {
      files.put(kind, SettingsOptions.existing(file));
    }
  }
}
