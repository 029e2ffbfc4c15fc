package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.PresetFit;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.vendor.Presets;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A file that is neither in plain form nor any vendor's: its columns, and what it lacks. */
final class UnknownReport {

  private static final Pattern KEYED = Pattern.compile("[^{]*\\t\\s*\\{.*");

  private UnknownReport() {}

  static FileReport of(Path file, Path scratch, Settings settings) throws IOException {
    if (RawView.isPacked(file)) {
      return FileReport.of(
          file.toString(),
          "a packed file",
          List.of("it is gzip, though its name does not end in .gz: call it so"));
    }
    try (VendorFile rows = VendorFile.open(file, Presets.usual(RecordKind.BAR))) {
      Map<String, String> facts = new LinkedHashMap<>();
      if (!rows.columns().isEmpty()) {
        facts.put("columns", String.join(", ", rows.columns()));
      }
      VendorRecord first = rows.next();
      if (rows.columns().stream().anyMatch(name -> KEYED.matcher(name).matches())
          || rows.columns().stream().anyMatch(name -> name.startsWith("{"))) {
        return FileReport.of(
            file.toString(),
            "messages of a topic with their keys",
            List.of("a line is key, tab, JSON: send it with a producer that splits at the tab"));
      }
      return new FileReport(
          file.toString(), "of no known kind", facts, findings(file, rows, first), command(file));
    }
  }

  private static List<String> findings(Path file, VendorFile rows, VendorRecord first)
      throws IOException {
    List<String> findings = new ArrayList<>();
    if (first != null && rows.columns().isEmpty()) {
      findings.add(lacking(first));
      return findings;
    }
    try {
      PresetFit.requirePlain(List.of(file), RecordKind.BAR);
    } catch (CsvException e) {
      findings.add("as prices: " + e.getMessage());
    }
    if (first == null) {
      findings.add("it has no record behind its header");
    } else if (rows.isHeadless()) {
      findings.add("it has no header: --columns names its columns by their numbers, from 1");
    }
    return findings;
  }

  /** Of JSON, whose records name their fields themselves. */
  private static String lacking(VendorRecord first) {
    List<String> missing =
        WireField.required(RecordKind.BAR).stream().filter(name -> !first.row().has(name)).toList();
    return "as prices: its records lack %s; --columns says which fields these are, as in --columns %s=NAME"
        .formatted(String.join(", ", missing), missing.isEmpty() ? "time" : missing.get(0));
  }

  private static String command(Path file) {
    return "./mirrorcore signals --prices "
        + Quoted.of(file)
        + " --columns time=TIME,close=CLOSE --symbol SYMBOL --out signals.csv (with its own names)";
  }
}
