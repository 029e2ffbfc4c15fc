package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.FramedLines;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.PlainRecord;
import io.mirrorcore.jobs.wire.vendor.RecordMapper;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writer of the records of vendors' files in the form of a topic, one file for all, each record
 * with the number of the line that it is on; of several files the lines are counted on.
 */
final class PlainFile {

  private static final int TOLD = 3;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final VendorInput input;
  private final InputTimes times;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> ofNames = new TreeSet<>();
  private ColumnMapping mapping;
  private long others;
  private boolean hasVolume;
  private boolean hasOpen;

  PlainFile(VendorInput input, InputTimes times) {
    this.input = input;
    this.times = times;
    this.mapping = input.mapping();
  }

  /**
   * Writes the file.
   *
   * @param directory for it
   * @param intervalMs of bars that lie too far apart to tell it; 0 where nobody knows
   */
  Path write(Path directory, long intervalMs) throws IOException {
    findInterval(intervalMs);
    Path plain = directory.resolve(name());
    try (FramedLines out =
        new FramedLines(new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16))) {
      out.write(1, PlainRecord.header(mapping.kind()).getBytes(StandardCharsets.UTF_8));
      long before = 0;
      for (Path file : input.files()) {
        before += write(file, before, out);
      }
    }
    tell();
    return plain;
  }

  /** The name that dead letters bear. */
  private String name() {
    String first = input.files().get(0).getFileName().toString().replaceFirst("(?i)\\.gz$", "");
    return input.files().size() == 1
        ? first
        : switch (mapping.kind()) {
          case BAR -> "prices.csv";
          case TICK -> "ticks.csv";
          case OPTION -> "options-flow.csv";
          case ADJUSTMENT -> "adjustments.csv";
        };
  }

  private void findInterval(long otherwise) throws IOException {
    if (!mapping.needsInterval()) {
      return;
    }
    StepCount steps = new StepCount();
    for (Path file : input.files()) {
      countSteps(file, steps);
    }
    long usual = steps.usual() == 0 ? otherwise : steps.usual();
    mapping = mapping.every(usual);
    if (mapping.stamps().label() == BarLabel.OPEN && usual < DAY) {
      tellMoved(usual);
    }
  }

  private void tellMoved(long usual) throws CsvException {
    if (usual == 0 && mapping.interval() == null) {
      throw new CsvException(
          "%s has bars stamped with their opens, and no two of one symbol to tell their interval: set bars.interval, as in --set bars.interval=1d"
              .formatted(input.files().get(0)));
    }
    notes.add(
        "stamps of bars are taken for their opens and moved to the close, by %s"
            .formatted(
                usual == 0 ? "their interval" : DurationText.format(Duration.ofMillis(usual))));
  }

  private void countSteps(Path file, StepCount steps) throws IOException {
    String ofFile = VendorFile.symbol(file, mapping);
    try (VendorFile records = VendorFile.open(file, mapping)) {
      RecordMapper mapper = new RecordMapper(mapping, times, false);
      for (VendorRecord record = records.next(); record != null; record = records.next()) {
        if (record.row() != null && mapper.isOwn(record.row())) {
          try {
            steps.add(mapper.symbol(record.row(), ofFile), mapper.stamp(record.row()));
          } catch (Rejection e) {
            // Its time is refused when it is read as a record.
          }
        }
      }
    }
  }

  /** Writes one file and gives the lines that it has. */
  private long write(Path file, long before, FramedLines out) throws IOException {
    String ofFile = VendorFile.symbol(file, mapping);
    long last = 1;
    try (VendorFile records = VendorFile.open(file, mapping)) {
      RecordMapper mapper = new RecordMapper(mapping, times, records.hasDecimalComma());
      for (VendorRecord record = records.next(); record != null; record = records.next()) {
        last = record.line();
        if (record.row() == null) {
          out.write(before + last, record.text().getBytes(StandardCharsets.UTF_8));
        } else if (mapper.isOwn(record.row())) {
          PlainRecord plain = mapper.map(record.row(), ofFile);
          note(plain, mapper.symbol(record.row(), null) == null ? ofFile : null);
          out.write(before + last, plain.line().getBytes(StandardCharsets.UTF_8));
        } else {
          others++;
        }
      }
    }
    return last;
  }

  private void note(PlainRecord record, String ofName) {
    if (ofName != null) {
      ofNames.add(ofName);
    }
    hasVolume |= !record.text(WireField.VOLUME).equals("0");
    hasOpen |= !record.text(WireField.OPEN).equals(record.text(WireField.CLOSE));
  }

  private void tell() {
    if (!input.note().isEmpty()) {
      notes.add(input.note());
    }
    if (!ofNames.isEmpty()) {
      notes.add(
          "no column has the symbol: %s from the %s; --symbol names another"
              .formatted(few(ofNames), input.files().size() == 1 ? "file's name" : "files' names"));
    }
    if (mapping.kind() == RecordKind.BAR && !hasVolume) {
      notes.add("there is no volume: it is 0 in every bar, and strategies on volume stand aside");
    }
    if (mapping.kind() == RecordKind.BAR && !hasOpen) {
      notes.add("there is one price a bar: it is open, high, low and close");
    }
    if (others > 0) {
      notes.add("%,d records of another kind were passed over".formatted(others));
    }
  }

  private static String few(Set<String> names) {
    String first = String.join(", ", names.stream().limit(TOLD).toList());
    return names.size() > TOLD ? first + " and " + (names.size() - TOLD) + " more" : first;
  }

  /** What was done that the owner should know. */
  List<String> notes() {
    return notes;
  }
}
