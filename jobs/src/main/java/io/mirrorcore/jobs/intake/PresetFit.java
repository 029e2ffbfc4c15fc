package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvHeaderException;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.PlainRecord;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.PresetSigns;
import io.mirrorcore.jobs.wire.vendor.Presets;
import io.mirrorcore.jobs.wire.vendor.RecordMapper;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file is in the form of a topic, and which preset reads it if it is not: of those whose
 * signs it shows and that read most of its first records, the one with most signs.
 */
public final class PresetFit {

  private static final int TRIED = 200;
  private static final double MOST = 0.5;
  private static final long MINUTE = 60_000;

  private PresetFit() {}

  /**
   * Whether a file has the columns of a topic.
   *
   * @param kind of market data; null for strategy returns
   */
  public static boolean isPlain(Path file, RecordKind kind) throws IOException {
    try {
      open(file, kind);
      return true;
    } catch (CsvException e) {
      return false;
    }
  }

  /**
   * The kind of a file of JSON whose records have the fields of a topic, told by the first of them.
   */
  public static Optional<RecordKind> plainJson(Path file) throws IOException {
    try (VendorFile records = VendorFile.open(file, Presets.usual(RecordKind.TICK))) {
      VendorRecord first = records.columns().isEmpty() ? records.next() : null;
      VendorRow row = first == null ? null : first.row();
      if (row == null || !row.has("symbol") || !row.has("time")) {
        return Optional.empty();
      }
      return row.has("strike") || row.has("expiry")
          ? Optional.of(RecordKind.OPTION)
          : row.has("close") && row.has("open")
              ? Optional.of(RecordKind.BAR)
              : row.has("type") ? Optional.of(RecordKind.TICK) : Optional.empty();
    } catch (CsvException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether all of some files are JSON of that kind, or have something else between its columns.
   */
  public static boolean needNoMapping(List<Path> files, RecordKind kind) throws IOException {
    boolean all = true;
    for (Path file : files) {
      all &= plainJson(file).filter(kind::equals).isPresent() || isSeparatedOtherwise(file, kind);
    }
    return all;
  }

  /** Whether a file has the columns of a topic, with semicolons, tabs or the like between them. */
  public static boolean isSeparatedOtherwise(Path file, RecordKind kind) throws IOException {
    try (VendorFile records = VendorFile.open(file, Presets.usual(kind))) {
      return !isPlain(file, kind) && records.columns().containsAll(WireField.required(kind));
    } catch (CsvException e) {
      return false;
    }
  }

  private static void open(Path file, RecordKind kind) throws IOException {
    if (kind == null) {
      ReturnsFile.open(file, ParserSettings.BYTES_LIMIT, InputTimes.DEFAULT).close();
    } else {
      CsvFile.open(file, kind).close();
    }
  }

  /**
   * Insists that files have the columns of a topic.
   *
   * @throws CsvException with what is missing, and the preset that would read it
   */
  public static void requirePlain(List<Path> files, RecordKind kind) throws IOException {
    for (Path file : files) {
      try {
        open(file, kind);
      } catch (CsvHeaderException e) {
        throw new CsvException(e.getMessage() + remedy(file, kind));
      }
    }
  }

  private static String remedy(Path file, RecordKind kind) {
    Optional<Preset> preset = of(file, kind);
    return preset.isPresent()
        ? "; it looks like a file of %s, which --preset %s reads"
            .formatted(preset.get().about().replaceFirst(":.*", ""), preset.get().name())
        : "; --columns says which column is which, as in --columns time=Date,close=Last, and"
            + " ./mirrorcore inspect %s what is in it".formatted(file);
  }

  /**
   * The preset that reads a file.
   *
   * @param kind of market data; null for strategy returns
   */
  public static Optional<Preset> of(Path file, RecordKind kind) {
    Preset best = null;
    double most = 0;
    for (Preset preset : Presets.all()) {
      double score = preset.mapping().kind() == kind ? score(file, preset) : 0;
      if (score > most) {
        best = preset;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Signs that are there, and the share of records that is read; 0 where it does not fit. */
  public static double score(Path file, Preset preset) {
    try {
      return scored(file, preset);
    } catch (IOException | RuntimeException e) {
      return 0; // no file of that vendor
    }
  }

  private static double scored(Path file, Preset preset) throws IOException {
    ColumnMapping mapping = preset.mapping();
    if (mapping.kind() == null) {
      return TableFit.isReturns(file, mapping) ? 1 : 0;
    }
    if (mapping.form() == ColumnMapping.Form.WIDE && !TableFit.isPrices(file, mapping)) {
      return 0;
    }
    try (VendorFile records = VendorFile.open(file, mapping)) {
      PresetSigns signs = new PresetSigns(preset, records.columns(), records.isHeadless());
      double share = share(file, mapping, records, signs);
      return share >= MOST && signs.weight() > 0 ? signs.weight() + share : 0;
    }
  }

  private static double share(
      Path file, ColumnMapping mapping, VendorFile records, PresetSigns signs) throws IOException {
    ColumnMapping judged = mapping.needsInterval() ? mapping.every(MINUTE) : mapping;
    RecordMapper mapper = new RecordMapper(judged, InputTimes.DEFAULT, records.hasDecimalComma());
    RecordParser parser = new RecordParser(ParserSettings.DEFAULT);
    String ofFile = VendorFile.symbol(file, mapping);
    int own = 0;
    int good = 0;
    VendorRecord record = records.next();
    for (int i = 0; i < TRIED && record != null; i++) {
      if (record.row() == null) {
        own++;
      } else if (mapper.isOwn(record.row())) {
        own++;
        signs.see(record.row());
        good += isGood(mapper.map(record.row(), ofFile), parser) ? 1 : 0;
      }
      record = records.next();
    }
    return own == 0 ? 0 : (double) good / own;
  }

  private static boolean isGood(PlainRecord record, RecordParser parser) {
    SourceRef source = new SourceRef("", 0, 0);
    return !record.text(WireField.TIME).isEmpty()
        && parser.parse(record.kind(), source, record.source(), new byte[0])
            instanceof AdmittedEvent;
  }
}
