package io.mirrorcore.local.cli;

import io.mirrorcore.local.Mirrorcore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** The output and exit code of a command line that was run inside the test. */
public record CommandLineRun(int exitCode, String out, String err) {

  public static CommandLineRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        Mirrorcore.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code =
        commands.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
