package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.FileFindings;
import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.intake.PresetFit;
import io.mirrorcore.jobs.intake.VendorInput;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import io.mirrorcore.quality.QualityFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of bars, of ticks or of options flow. */
final class MarketReport {

  private static final int NAMED = 5;

  private final Path file;
  private final RecordKind kind;
  private final Preset preset; // null where it is in plain form
  private final Path scratch;
  private final Settings settings;

  MarketReport(Path file, RecordKind kind, Preset preset, Path scratch, Settings settings) {
    this.file = file;
    this.kind = kind;
    this.preset = preset;
    this.scratch = scratch;
    this.settings = settings;
  }

  FileReport report() throws IOException {
    ParserSettings parser = settings.parser().unaligned().plain();
    ColumnMapping mapping = preset == null ? Presets.usual(kind) : preset.mapping();
    RawView raw = RawView.of(file, mapping, parser.times());
    ColumnMapping applied = preset == null && PresetFit.isPlain(file, kind) ? null : mapping;
    try (PlainFiles plain =
        PlainFiles.of(
            Map.of(kind, new VendorInput(List.of(file), applied, note())),
            null,
            parser.times(),
            scratch,
            0)) {
      FileFindings found = FileFindings.of(plain.market().get(kind), kind, parser, scratch);
      List<String> findings = new ArrayList<>(raw.findings());
      findings.addAll(findings(found));
      return new FileReport(
          file.toString(), what(), facts(found, raw), plain.notes(), findings, command(found, raw));
    }
  }

  private String note() {
    return preset == null ? "" : preset.note();
  }

  private String what() {
    String word =
        switch (kind) {
          case BAR -> "bars";
          case TICK -> "ticks";
          case OPTION -> "options flow";
          case ADJUSTMENT -> "adjustments";
        };
    return preset == null
        ? word + " in plain form"
        : word + " of " + preset.about().replaceFirst(":.*", "");
  }

  private Map<String, String> facts(FileFindings found, RawView raw) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("columns", raw.columns());
    facts.put("times", raw.times());
    facts.put("records", String.format(Locale.ROOT, "%,d", found.records()));
    facts.put("symbols", symbols(found));
    if (!found.symbols().isEmpty()) {
      facts.put(
          "from, to",
          Instant.ofEpochMilli(found.first()) + ", " + Instant.ofEpochMilli(found.last()));
    }
    if (kind == RecordKind.BAR && found.spacing().isKnown()) {
      facts.put("interval", interval(found));
      facts.put("session", new SessionView(found.bars(), found.spacing().intervalMs()).words());
    }
    facts.put("order", found.order().isEmpty() ? "of time" : found.order());
    return facts;
  }

  private static String interval(FileFindings found) {
    return found.spacing().isMonthly()
        ? "month"
        : DurationText.format(Duration.ofMillis(found.spacing().intervalMs()));
  }

  private static String symbols(FileFindings found) {
    List<String> names = List.copyOf(found.symbols().keySet());
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? names.size() + ": " + first + ", ..." : first;
  }

  private List<String> findings(FileFindings found) {
    List<String> findings = new ArrayList<>();
    if (!found.order().isEmpty()) {
      findings.add("records are " + found.order());
    }
    findings.addAll(found.refused());
    for (QualityFinding finding : found.quality()) {
      if (!finding.fault().equals("REFUSED")) {
        findings.add(sentence(finding));
      }
    }
    if (kind == RecordKind.BAR) {
      findings.addAll(BarFindings.of(found));
    }
    return findings;
  }

  private static String sentence(QualityFinding finding) {
    QualityFinding.Example example = finding.examples().get(0);
    String time = example.time() > 0 ? " " + Instant.ofEpochMilli(example.time()) : "";
    return "%s: %s; %s%s: %s"
        .formatted(finding.brief(), finding.meaning(), example.symbol(), time, example.text());
  }

  private String command(FileFindings found, RawView raw) {
    if (found.symbols().isEmpty()) {
      return "";
    }
    String option =
        switch (kind) {
          case BAR -> "--prices ";
          case TICK -> "--ticks ";
          case OPTION -> "--prices BARS.csv --options ";
          case ADJUSTMENT -> "--prices BARS.csv --adjust ";
        };
    String zone = raw.needsZone() ? " --time-zone America/New_York" : "";
    String interval = kind == RecordKind.TICK ? " --set bars.interval=1m" : "";
    String sessions =
        kind == RecordKind.BAR ? new SessionView(found.bars(), step(found)).option() : "";
    return "./mirrorcore signals "
        + option
        + Quoted.of(file)
        + (preset == null ? "" : " --preset " + preset.name())
        + zone
        + interval
        + sessions
        + " --out signals.csv";
  }

  private static long step(FileFindings found) {
    return found.spacing().isKnown() ? found.spacing().intervalMs() : 1;
  }
}
