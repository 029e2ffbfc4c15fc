package io.mirrorcore.local.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a file.
 *
 * @param file as it was given
 * @param what it is, in a few words
 * @param facts by name, in the order in which they are told
 * @param notes what is done when it is read, a sentence each
 * @param findings what is wrong or odd, a sentence each; empty where all is well
 * @param command the command line that reads it, or ""
 */
record FileReport(
    String file,
    String what,
    Map<String, String> facts,
    List<String> notes,
    List<String> findings,
    String command) {

  FileReport {
    facts = new LinkedHashMap<>(facts);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }

  /** A file that is read as it is. */
  FileReport(
      String file, String what, Map<String, String> facts, List<String> findings, String command) {
    this(file, what, facts, List.of(), findings, command);
  }

  /** A file of which only what is wrong is known. */
  static FileReport of(String file, String what, List<String> findings) {
    return new FileReport(file, what, Map.of(), findings, "");
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder(file).append(": ").append(what).append('\n');
    facts.forEach((name, value) -> text.append("  %-9s %s%n".formatted(name, value)));
    notes.forEach(note -> text.append("  - ").append(note).append('\n'));
    findings.forEach(finding -> text.append("  ! ").append(finding).append('\n'));
    if (findings.isEmpty()) {
      text.append("  nothing odd was found\n");
    }
    return command.isEmpty()
        ? text.toString()
        : text.append("  read it: ").append(command).append('\n').toString();
  }
}
