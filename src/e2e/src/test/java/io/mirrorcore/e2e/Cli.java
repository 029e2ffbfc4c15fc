package io.mirrorcore.e2e;

import io.mirrorcore.local.Mirrorcore;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * One command as typed, run in this process.
 *
 * @param exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Cli(int exit, String out, String err) {

  static Cli run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Mirrorcore.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    int exit = command.execute(arguments);
    return new Cli(exit, out.toString(), err.toString());
  }
}
