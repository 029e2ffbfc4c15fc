package io.mirrorcore.local.cli.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.local.Mirrorcore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs a command in this process and keeps what it says. */
final class Answers {

  static final Path REFERENCE = Path.of("../../src/reference");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final int exit;
  final String out;
  final String err;

  private Answers(int exit, String out, String err) {
    this.exit = exit;
    this.out = out;
    this.err = err;
  }

  static Answers to(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Mirrorcore.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int exit = command.execute(arguments);
    return new Answers(exit, out.toString(), err.toString());
  }

  JsonNode json() {
    return parse(out);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode reference(String file) {
    try {
      return MAPPER.readTree(REFERENCE.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
