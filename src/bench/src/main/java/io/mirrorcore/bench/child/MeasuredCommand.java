package io.mirrorcore.bench.child;

import io.mirrorcore.bench.figure.Measurement;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.Mirrorcore;
import io.mirrorcore.local.files.ProcessFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

/** The measured process: one command of the product, from the start of its JVM to its end. */
public final class MeasuredCommand {

  private MeasuredCommand() {}

  /**
   * Runs it and prints a {@link Measurement} as JSON.
   *
   * @param arguments the records that the command is to be divided by, and the command
   */
  public static void main(String[] arguments) throws IOException {
    ProcessFiles.begin();
    CommandLine commands = Mirrorcore.commandLine();
    commands.setOut(new PrintWriter(Writer.nullWriter()));
    int code;
    try (Samples samples = Samples.begin()) {
      code = commands.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
      samples.keep();
    }
    if (code == 0) {
      Measurement measured =
          new Measurement(Long.parseLong(arguments[0]), new ProcessorClock().now());
      System.out.println(new String(Json.encode(measured), StandardCharsets.UTF_8));
    }
    System.exit(code);
  }
}
