package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.wire.json.Json;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** How a record becomes a line of a text file. */
public interface LineFormat extends Serializable {

  /** First line of the file, or null where there is none. */
  String header();

  String line(Object record);

  /** One JSON object a line, the same bytes as on the topic. */
  static LineFormat json() {
    return new JsonLines();
  }

  /** See {@link #json}. */
  final class JsonLines implements LineFormat {

    private static final long serialVersionUID = 1;

    private JsonLines() {}

    @Override
    public String header() {
      return null;
    }

    @Override
    public String line(Object record) {
      return new String(Json.encode(record), StandardCharsets.UTF_8);
    }
  }
}
