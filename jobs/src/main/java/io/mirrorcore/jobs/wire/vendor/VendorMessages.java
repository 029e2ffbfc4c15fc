package io.mirrorcore.jobs.wire.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records in the messages of a vendor on a topic. A message may be a list of records, or hold
 * one; one that is none of the mapping's (a greeting, a heartbeat) has none.
 *
 * <p>Nothing is remembered from one message to the next, so that a job that is restored reads each
 * as it did before: books of which only changes come are refused, and not wrong.
 */
public final class VendorMessages {

  private static final String TIMESTAMP = "@timestamp";

  private final RecordMapper mapper;
  private final JsonRows rows;

  public VendorMessages(ColumnMapping mapping, InputTimes times) {
    this.mapper = new RecordMapper(mapping, times, false);
    this.rows = new JsonRows(mapping);
  }

  /**
   * The records of a message, as yet unjudged.
   *
   * @param timestamp of the message, epoch milliseconds: the time of a record that has none, where
   *     its mapping says so ({@value #TIMESTAMP})
   * @throws Rejection when it is no JSON, or only says what has changed in a book
   */
  public List<FieldSource> records(byte[] message, long timestamp) throws Rejection {
    JsonNode value;
    try {
      value = JsonFile.MAPPER.readTree(new String(message, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw Rejection.malformed("no valid JSON: " + e.getOriginalMessage());
    }
    List<JsonRow> found = new ArrayList<>();
    rows.find(value, found::add);
    if (found.isEmpty()) {
      throw Rejection.malformed("a message must be an object or a list; have " + value);
    }
    List<FieldSource> records = new ArrayList<>();
    for (JsonRow row : found) {
      if (mapper.isOwn(row)) {
        records.add(record(stamped(row, timestamp)));
      }
    }
    return records;
  }

  private FieldSource record(JsonRow row) throws Rejection {
    if (mapper.isChange(row)) {
      throw Rejection.malformed(
          "changes of a book cannot be kept over a topic: subscribe to bookTicker or to a partial"
              + " depth like depth10, or feed the messages from a file");
    }
    return mapper.map(row, null).source();
  }

  private static JsonRow stamped(JsonRow row, long timestamp) {
    Map<String, String> around = new TreeMap<>(row.around());
    if (timestamp > 0) {
      around.put(TIMESTAMP, Long.toString(timestamp));
    }
    return new JsonRow(row.node(), around, row.header());
  }
}
