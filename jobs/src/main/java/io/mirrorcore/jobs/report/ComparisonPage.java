package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Several runs on one page: their figures in a table, capital and weights laid over each other, and
 * what differs in their configurations. Every number stands in a {@code report.json} already.
 */
public final class ComparisonPage {

  /** More lines than this cannot be told apart. */
  public static final int MOST = 8;

  /** Stands for an option that a run does not have. */
  private static final String NOT_SET = "not set";

  private final List<ReportFolder> runs;
  private final List<String> names;

  private ComparisonPage(List<ReportFolder> runs) {
    this.runs = runs;
    names = names(runs);
  }

  /**
   * The page of two or more runs, which link to their own pages as {@code run/1/} and so on.
   *
   * @throws ReportException where there are more than can be told apart
   */
  public static ServedPage of(List<ReportFolder> runs) {
    if (runs.size() > MOST) {
      throw new ReportException(
          "at most %d runs stand side by side; have %d: leave some out"
              .formatted(MOST, runs.size()));
    }
    ComparisonPage page = new ComparisonPage(runs);
    PageTemplate template = PageTemplate.ofComparison();
    return new ServedPage(
        template.fill(String.join(", ", page.names), page.data()), template.policy());
  }

  /** The last part of each path, or as many parts as it takes to tell them apart. */
  static List<String> names(List<ReportFolder> runs) {
    for (int parts = 1; ; parts++) {
      List<String> names = new ArrayList<>();
      boolean whole = true;
      for (ReportFolder run : runs) {
        var path = run.directory().toAbsolutePath().normalize();
        int count = path.getNameCount();
        names.add(count == 0 ? "/" : path.subpath(Math.max(0, count - parts), count).toString());
        whole &= parts >= count;
      }
      if (whole || new TreeSet<>(names).size() == names.size()) {
        return List.copyOf(names);
      }
    }
  }

  private String data() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = PageJson.generator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("runs");
      for (int i = 0; i < runs.size(); i++) {
        json.writeStartObject();
        json.writeStringField("name", names.get(i));
        json.writeBooleanField("knowsDefaults", runs.get(i).knowsDefaults());
        json.writeFieldName("report");
        json.writeRawValue(PageData.read(runs.get(i).json()).toJson());
        json.writeEndObject();
      }
      json.writeEndArray();
      writeDifferences(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private void writeDifferences(JsonGenerator json) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(run.settings().keySet()));
    json.writeArrayFieldStart("differences");
    for (String key : keys) {
      List<String> values =
          runs.stream().map(run -> run.settings().getOrDefault(key, NOT_SET)).toList();
      if (values.stream().distinct().count() > 1) {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeArrayFieldStart("values");
        for (String value : values) {
          json.writeString(value);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
