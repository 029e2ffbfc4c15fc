package io.mirrorcore.jobs.wire.vendor;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.csv.CsvException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * JSON: a value a line, of which a broken one costs no other, or values over many lines. The
 * elements of one long list are read one by one.
 */
final class JsonFile {

  static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private JsonFile() {}

  static VendorRecords open(Path file, InputStream bytes, String head, ColumnMapping mapping)
      throws IOException {
    Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
    return isLines(head)
        ? new Lines(new BufferedReader(text), mapping)
        : new Values(file, MAPPER.getFactory().createParser(text), mapping);
  }

  /** Whether the first line is a value by itself, and more follow. */
  private static boolean isLines(String head) {
    String text = head.strip();
    int end = text.indexOf('\n');
    return end > 0 && tree(text.substring(0, end)) != null;
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode value =
          MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
      return value.isContainerNode() ? value : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static final class Lines implements VendorRecords {

    private final BufferedReader lines;
    private final JsonRows rows;
    private long line;

    Lines(BufferedReader lines, ColumnMapping mapping) {
      this.lines = lines;
      this.rows = new JsonRows(mapping);
    }

    @Override
    public boolean read(Consumer<VendorRecord> out) throws IOException {
      String text = lines.readLine();
      line++;
      if (text != null && !text.isBlank()) {
        JsonNode value = tree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (value == null) {
          out.accept(new VendorRecord(line, null, text));
        } else {
          rows.find(value, row -> out.accept(new VendorRecord(line, row, null)));
        }
      }
      return text != null;
    }
  }

  private static final class Values implements VendorRecords {

    private final Path file;
    private final JsonParser parser;
    private final JsonRows rows;
    private boolean inList;

    Values(Path file, JsonParser parser, ColumnMapping mapping) {
      this.file = file;
      this.parser = parser;
      this.rows = new JsonRows(mapping);
    }

    @Override
    public boolean read(Consumer<VendorRecord> out) throws IOException {
      try {
        return readNext(out);
      } catch (JsonProcessingException e) {
        throw new CsvException(
            "%s is no valid JSON on line %d: %s".formatted(file, line(e), words(e)), e);
      }
    }

    /** What is too deep or too long for the parser is refused without a place. */
    private int line(JsonProcessingException e) {
      JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      return place.getLineNr();
    }

    /** Without the advice that the parser has for programmers. */
    private static String words(JsonProcessingException e) {
      return e.getOriginalMessage().replaceFirst(": enable `[^`]*`.*", "");
    }

    private boolean readNext(Consumer<VendorRecord> out) throws IOException {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && !inList) {
        inList = true;
        return true;
      }
      if (token == JsonToken.END_ARRAY) {
        inList = false;
        return true;
      }
      if (token == null) {
        return false;
      }
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode value = parser.readValueAsTree();
      rows.find(value, row -> out.accept(new VendorRecord(line, row, null)));
      return true;
    }
  }
}
