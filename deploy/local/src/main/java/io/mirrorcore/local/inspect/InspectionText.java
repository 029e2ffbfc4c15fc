package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Files one by one as text or JSON lines. */
public final class InspectionText {

  private final Inspection inspection;
  private final boolean json;

  /**
   * @param json whether as a line of JSON for each file
   */
  public InspectionText(Inspection inspection, boolean json) {
    this.inspection = inspection;
    this.json = json;
  }

  /** What is said of a file, with a line end behind it. */
  public String of(Path file) throws IOException {
    FileReport report = inspection.of(file);
    return json ? new String(Json.encode(report), StandardCharsets.UTF_8) + "\n" : report.text();
  }

  /** Of all files, those of text with an empty line between them. */
  public String of(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(text.length() == 0 || json ? "" : "\n").append(of(file));
    }
    return text.toString();
  }
}
