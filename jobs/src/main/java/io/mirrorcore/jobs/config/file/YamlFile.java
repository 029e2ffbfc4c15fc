package io.mirrorcore.jobs.config.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.mirrorcore.jobs.config.ConfigurationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Flattens nested YAML to dotted keys, and keeps for each value its text and its line. */
public final class YamlFile {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String origin;
  private final YAMLParser parser;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Place firstAlias; // or null
  private int aliases;

  private record Place(String key, String where) {}

  private YamlFile(String origin, YAMLParser parser) {
    this.origin = origin;
    this.parser = parser;
  }

  /**
   * The entries in the order of the file.
   *
   * @param origin what messages call the file
   */
  public static Map<String, Entry> flatten(String yaml, String origin) {
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      YamlFile file = new YamlFile(origin, parser);
      file.readDocument();
      file.tellAliases();
      if (!file.problems.isEmpty()) {
        throw new ConfigurationException(file.problems);
      }
      return file.entries;
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          at(origin, e.getLocation())
              + " is no valid YAML: "
              + withoutSnippets(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ConfigurationException(origin + " cannot be read: " + e.getMessage());
    }
  }

  private static String at(String origin, JsonLocation location) {
    return location == null ? origin : origin + ", line " + location.getLineNr() + ",";
  }

  /** What is wrong, of a message that goes on to quote the file or the library's own classes. */
  private static String withoutSnippets(String message) {
    return message
        .lines()
        .filter(l -> !l.startsWith(" "))
        .collect(Collectors.joining(", "))
        .replaceFirst(", got this instead: <.*", "");
  }

  private void readDocument() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return; // only comments: all defaults
    }
    if (first != JsonToken.START_OBJECT) {
      problems.add(origin + " must be sections of keys and values; have " + parser.getText());
      return;
    }
    readSection("");
    if (parser.nextToken() != null) {
      problems.add(origin + " must be one document; delete what begins with the next ---");
    }
  }

  private void readSection(String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = prefix + parser.currentName();
      String where = origin + ", line " + parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      readValue(key, where);
    }
  }

  private void readValue(String key, String where) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> readSection(key + ".");
      case START_ARRAY -> readList(key, where);
      default -> put(key, Entry.of(text(key, where), where));
    }
  }

  private void readList(String key, String where) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        problems.add(key + " must be a list of plain values (" + where + ")");
        parser.skipChildren();
      } else {
        texts.addAll(text(key, where));
      }
    }
    put(key, Entry.of(texts, where));
  }

  private List<String> text(String key, String where) throws IOException {
    if (parser.isCurrentAlias()) {
      aliases++;
      if (aliases == 1) {
        firstAlias = new Place(key, where);
      }
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? List.of() : List.of(parser.getText());
  }

  /** Once: a file of nothing but aliases would fill the screen. */
  private void tellAliases() {
    if (aliases > 0) {
      String others = aliases == 1 ? "" : ", the first of " + aliases;
      problems.add(
          "%s is an alias%s, which is not supported; write the value out (%s)"
              .formatted(firstAlias.key(), others, firstAlias.where()));
    }
  }

  private void put(String key, Entry entry) {
    Entry before = entries.put(key, entry);
    if (before != null) {
      problems.add(
          key + " is there twice (" + before.where() + " and " + entry.where() + "); delete one");
    }
  }
}
