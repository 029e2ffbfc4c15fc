package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.intake.PresetFit;
import io.mirrorcore.jobs.intake.VendorInput;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.MappingText;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say how the columns of a vendor's files are to be read. */
public final class ColumnOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      split = ",",
      description = "Files of a vendor, by name: yahoo, binance-klines, ... (inspect tells which).")
  private List<String> presets = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      description =
          "Which column is which field, as in time=Date,close=\"Adj Close\"; a number where there"
              + " is no header. With ticks. or options. before a field for files beside --prices.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--symbol",
      paramLabel = "SYMBOL",
      description = "Symbol of all records, where no column has it.")
  private String symbol;

  @Option(
      names = "--symbol-from",
      paramLabel = "WHERE",
      description = "name: the symbol is the file's name without .csv and the like.")
  private String symbolFrom;

  @Option(
      names = "--time-unit",
      paramLabel = "UNIT",
      description = "What numbers that are times count: s, ms, us or ns (default: by their size).")
  private String timeUnit;

  @Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description = "How times are written, where day or month come first: dd/MM/yyyy HH:mm.")
  private String timeFormat;

  @Option(
      names = "--bar-label",
      paramLabel = "WHICH",
      description = "Whether bars are stamped with their close (default) or their open.")
  private String barLabel;

  /**
   * Files of one kind with the mapping that they need.
   *
   * @param kind of market data; null for strategy returns
   * @param alone whether the command has files of this kind only
   * @param configured the mapping of the configuration for that topic, or null
   * @throws CsvException when they are not in the form of the topic and nothing says how they are
   */
  VendorInput input(RecordKind kind, List<Path> files, boolean alone, ColumnMapping configured)
      throws IOException {
    if (kind == null) {
      requireOfReturns();
    }
    Optional<Preset> preset = preset(kind, alone);
    String own = own(kind, alone);
    if (preset.isEmpty() && own.isEmpty() && !isAskedOfAll()) {
      return unasked(kind, files, configured);
    }
    ColumnMapping base = preset.map(Preset::mapping).orElseGet(() -> Presets.usual(kind));
    return new VendorInput(files, over(base, own), preset.map(Preset::note).orElse(""));
  }

  /**
   * A table of strategy returns in the form that is read here. What is in it already, or is no
   * table, stays as it is: whoever reads it says what is wrong.
   *
   * @param times what its times are written in
   */
  public PlainFiles returns(Path file, InputTimes times) throws IOException {
    boolean asked = !presets.isEmpty() || !columns.isEmpty() || isAskedOfAll();
    VendorInput table =
        asked ? input(null, List.of(file), true, null) : new VendorInput(List.of(file), null, "");
    return PlainFiles.of(Map.of(), table, times, null, 0);
  }

  private void requireOfReturns() {
    if (symbol != null || symbolFrom != null || barLabel != null) {
      throw new CommandFailure(
          "--symbol, --symbol-from and --bar-label are of market data: a table of strategy returns"
              + " has neither symbols nor bars; leave them out");
    }
  }

  private static VendorInput unasked(RecordKind kind, List<Path> files, ColumnMapping configured)
      throws IOException {
    boolean plain = true;
    for (Path file : files) {
      plain &= PresetFit.isPlain(file, kind);
    }
    if (!plain && configured != null) {
      return new VendorInput(files, configured, "");
    }
    boolean usual = plain || (kind != null && PresetFit.needNoMapping(files, kind));
    if (!usual) {
      PresetFit.requirePlain(files, kind);
    }
    return plain && files.size() == 1
        ? new VendorInput(files, null, "")
        : new VendorInput(files, Presets.usual(kind), "");
  }

  private boolean isAskedOfAll() {
    return symbol != null
        || symbolFrom != null
        || timeUnit != null
        || timeFormat != null
        || barLabel != null;
  }

  private Optional<Preset> preset(RecordKind kind, boolean alone) {
    for (String name : presets) {
      Preset preset =
          Presets.named(name.strip())
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "--preset must be one of %s; have %s".formatted(Presets.names(), name)));
      if (preset.mapping().kind() == kind) {
        return Optional.of(preset);
      }
      if (alone && presets.size() == 1) {
        throw new CommandFailure(
            "--preset %s is of %s, and the files are given as %s: give them with %s"
                .formatted(
                    name,
                    word(preset.mapping().kind()),
                    word(kind),
                    option(preset.mapping().kind())));
      }
    }
    return Optional.empty();
  }

  /** What is said of the columns of one kind. */
  private String own(RecordKind kind, boolean alone) {
    return columns.stream()
        .flatMap(text -> MappingText.pairs(text).stream())
        .map(pair -> own(kind, alone, pair))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(","));
  }

  private static String own(RecordKind kind, boolean alone, String pair) {
    for (RecordKind other : RecordKind.values()) {
      String prefix = prefix(other);
      if (pair.startsWith(prefix)) {
        return other == kind ? pair.substring(prefix.length()) : null;
      }
    }
    return alone || kind == RecordKind.BAR ? pair : null;
  }

  private static String prefix(RecordKind kind) {
    return switch (kind) {
      case BAR -> "prices.";
      case TICK -> "ticks.";
      case OPTION -> "options.";
      case ADJUSTMENT -> "adjustments.";
    };
  }

  private static String word(RecordKind kind) {
    return kind == null
        ? "strategy returns"
        : switch (kind) {
          case BAR -> "prices";
          case TICK -> "ticks";
          case OPTION -> "options flow";
          case ADJUSTMENT -> "adjustments";
        };
  }

  private static String option(RecordKind kind) {
    return kind == null ? "--returns" : "--" + prefix(kind).replace(".", "");
  }

  private ColumnMapping over(ColumnMapping base, String own) {
    ColumnMapping mapping = own.isEmpty() ? base : base.with(MappingText.columns(base.kind(), own));
    mapping = mapping.with(stamps(mapping.stamps()));
    if (symbolFrom != null && !symbolFrom.equals("name")) {
      throw new CommandFailure("--symbol-from must be name; have " + symbolFrom);
    }
    if (symbol != null && symbolFrom != null) {
      throw new CommandFailure("give --symbol or --symbol-from, not both");
    }
    return symbolFrom != null
        ? mapping.ofFileName()
        : symbol != null ? mapping.of(symbol) : mapping;
  }

  private ColumnMapping.Stamps stamps(ColumnMapping.Stamps base) {
    return new ColumnMapping.Stamps(
        timeUnit == null ? base.unit() : choice(EpochUnit.class, "--time-unit", timeUnit),
        base.zone(),
        timeFormat == null ? base.format() : format(),
        barLabel == null ? base.label() : choice(BarLabel.class, "--bar-label", barLabel),
        base.intervalMs());
  }

  private String format() {
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(timeFormat, Locale.ROOT);
      return format.toString().isEmpty() ? null : timeFormat;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CommandFailure(
          "--time-format must be a pattern like dd/MM/yyyy HH:mm; have " + timeFormat);
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String option, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return constant;
      }
    }
    String all =
        List.of(type.getEnumConstants())
            .toString()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\[\\]]", "");
    throw new CommandFailure(option + " must be one of " + all + "; have " + word);
  }
}
