package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.intake.PresetFit;
import io.mirrorcore.jobs.intake.VendorInput;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.market.BarSpacing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of strategy returns. */
final class ReturnsReport {

  private final Path file;
  private final Preset preset; // null where it is in plain form
  private final Path scratch;
  private final InputTimes times;

  ReturnsReport(Path file, Preset preset, Path scratch, Settings settings) {
    this.file = file;
    this.preset = preset;
    this.scratch = scratch;
    this.times = settings.parser().times();
  }

  /** Whether a file is a table with a column of times, or has a record of the topic. */
  static boolean isPlain(Path file) throws IOException {
    if (!PresetFit.isPlain(file, null)) {
      return false;
    }
    try (ReturnsFile rows =
        ReturnsFile.open(file, ParserSettings.BYTES_LIMIT, InputTimes.DEFAULT)) {
      for (ReturnsEvent row = rows.next(); row != null; row = rows.next()) {
        if (!row.isRejected()) {
          return true;
        }
      }
      return !rows.strategies().isEmpty();
    }
  }

  FileReport report() throws IOException {
    VendorInput input =
        new VendorInput(List.of(file), preset == null ? null : preset.mapping(), "");
    try (PlainFiles plain = PlainFiles.of(Map.of(), input, times, scratch, 0);
        ReturnsFile rows = ReturnsFile.open(plain.returns(), ParserSettings.BYTES_LIMIT, times)) {
      ReturnsFindings found = new ReturnsFindings();
      BarSpacing spacing = new BarSpacing();
      List<String> findings = new ArrayList<>();
      long refused = 0;
      String first = "";
      for (ReturnsEvent row = rows.next(); row != null; row = rows.next()) {
        if (row.isRejected()) {
          first = refused++ == 0 ? "line " + row.source().offset() + ": " + row.detail() : first;
        } else {
          found.add(row.returns().time(), row.returns().returns());
          spacing.add("", row.returns().time());
        }
      }
      if (refused > 0) {
        findings.add(String.format(Locale.ROOT, "%,d rows are refused, first %s", refused, first));
      }
      findings.addAll(found.sentences());
      return new FileReport(
          file.toString(),
          "strategy returns",
          facts(found, spacing),
          plain.notes(),
          findings,
          command());
    }
  }

  private static Map<String, String> facts(ReturnsFindings found, BarSpacing spacing) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("columns", String.join(", ", found.strategies()));
    facts.put("records", String.format(Locale.ROOT, "%,d", found.rows()));
    if (spacing.isKnown()) {
      Duration interval = Duration.ofMillis(spacing.intervalMs());
      facts.put("interval", interval.toDays() > 0 ? interval.toDays() + "d" : interval.toString());
      spacing
          .barsPerYear()
          .ifPresent(year -> facts.put("a year", String.format(Locale.ROOT, "%.0f rows", year)));
    }
    return facts;
  }

  private String command() {
    return "./mirrorcore backtest --returns "
        + Quoted.of(file)
        + (preset == null ? "" : " --preset " + preset.name())
        + " --out backtest";
  }
}
