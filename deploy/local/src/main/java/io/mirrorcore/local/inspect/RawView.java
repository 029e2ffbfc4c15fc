package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.PlainRecord;
import io.mirrorcore.jobs.wire.vendor.RecordMapper;
import io.mirrorcore.jobs.wire.vendor.VendorFile;
import io.mirrorcore.jobs.wire.vendor.VendorRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A file as it is written: its columns, what its times look like, what its records have odd. */
final class RawView {

  private static final int MAGIC = 7;

  private final List<String> columns;
  private final Map<TimeForm, Long> times = new TreeMap<>();
  private final OptionFindings options = new OptionFindings();
  private long locked;
  private long records;

  private RawView(List<String> columns) {
    this.columns = columns;
  }

  static RawView of(Path file, ColumnMapping mapping, InputTimes given) throws IOException {
    try (VendorFile rows = VendorFile.open(file, mapping)) {
      RawView view = new RawView(rows.columns());
      RecordMapper mapper = new RecordMapper(mapping, given, rows.hasDecimalComma());
      for (VendorRecord record = rows.next(); record != null; record = rows.next()) {
        if (record.row() != null && mapper.isOwn(record.row())) {
          view.records++;
          view.times.merge(TimeForm.of(mapper.timeText(record.row())), 1L, Long::sum);
          view.look(mapper.map(record.row(), ""), record.line());
        }
      }
      return view;
    }
  }

  private void look(PlainRecord record, long line) {
    if (record.kind() == RecordKind.OPTION) {
      options.add(record, line);
    }
    if (record.kind() == RecordKind.TICK) {
      String bid = record.text(WireField.BIDS).split(":", 2)[0];
      locked += !bid.isEmpty() && bid.equals(record.text(WireField.ASKS).split(":", 2)[0]) ? 1 : 0;
    }
  }

  String columns() {
    return columns.isEmpty() ? "of JSON" : String.join(", ", columns);
  }

  String times() {
    return times.keySet().stream().map(TimeForm::words).collect(Collectors.joining("; "));
  }

  boolean needsZone() {
    return times.containsKey(TimeForm.WITHOUT_ZONE);
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (times.size() > 1) {
      findings.add(
          "times are written in more than one way: "
              + times.entrySet().stream()
                  .map(
                      form ->
                          String.format(
                              Locale.ROOT, "%,d %s", form.getValue(), form.getKey().words()))
                  .collect(Collectors.joining(", ")));
    }
    for (TimeForm form : times.keySet()) {
      form.remark().ifPresent(findings::add);
    }
    if (locked > 0) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d quotes are locked (bid = ask), which counts",
              locked,
              records));
    }
    findings.addAll(options.sentences());
    return findings;
  }

  /** Whether the bytes of a file are packed though its name does not say so. */
  static boolean isPacked(Path file) throws IOException {
    try (InputStream bytes = CsvFile.stream(file)) {
      byte[] head = bytes.readNBytes(MAGIC);
      return head.length > 1 && head[0] == 0x1f && (head[1] & 0xFF) == 0x8b;
    }
  }
}
