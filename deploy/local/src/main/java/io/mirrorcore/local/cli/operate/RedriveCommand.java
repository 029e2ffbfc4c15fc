package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.redrive.CollectedLetters;
import io.mirrorcore.local.redrive.LetterFilter;
import io.mirrorcore.local.redrive.Redrive;
import io.mirrorcore.local.redrive.RepairFile;
import io.mirrorcore.local.redrive.Resend;
import io.mirrorcore.local.redrive.ResendVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code redrive}: dead letters back into the topics they came from. */
@Command(
    name = "redrive",
    description = {
      "Puts dead letters back into the topics they came from.",
      "With --out they are written to a file instead, to be corrected; with --in that file is sent."
          + " Without either the records are sent as they were, but for those that would be refused"
          + " again: after a parser was changed, or a time that was too far ahead has come.",
      "What is sent twice counts twice: use --since after a first time."
    })
public final class RedriveCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private LetterOptions choice;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the letters as JSON lines and sends nothing.")
  private Path out;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "Sends the records of such a file; of a line only topic and payload count.")
  private Path in;

  @Option(
      names = "--skip-invalid",
      description =
          "With --in: leaves out lines that would be refused, instead of sending nothing.")
  private boolean skipInvalid;

  @Option(names = "--dry-run", description = "Prints what would be sent: topic, key and payload.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    LetterFilter filter = filter();
    if (out != null) {
      OutputPath.ofFile(out, options.inputs(List.of()));
    }
    Settings settings = options.settings();
    if (in != null) {
      sendFile(settings);
    } else {
      sendOrWriteLetters(settings, filter);
    }
    err().flush();
    return 0;
  }

  private LetterFilter filter() {
    require(in == null || out == null, "--in and --out exclude each other");
    require(!skipInvalid || in != null, "--skip-invalid needs --in");
    require(!dryRun || out == null, "--dry-run and --out exclude each other: --out sends nothing");
    require(in == null || choice.isAll(), "--in sends a whole file: choose the letters with --out");
    return choice.filter(spec.commandLine());
  }

  private void require(boolean rule, String sentence) {
    if (!rule) {
      throw new ParameterException(spec.commandLine(), sentence);
    }
  }

  private void sendOrWriteLetters(Settings settings, LetterFilter filter) throws IOException {
    Topics.require(
        TopicLayout.client(settings),
        List.of(TopicNames.of(settings, Topic.DEAD_LETTER)),
        List.of());
    List<DeadLetter> letters = letters(settings, filter);
    if (out != null) {
      write(settings, letters);
      return;
    }
    Redrive redrive = redrive(settings);
    List<Resend> good = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    for (DeadLetter letter : letters) {
      take(redrive.judge(letter.topic(), letter.raw()), good, refused);
    }
    resending().resend(settings, good, refused);
  }

  private List<DeadLetter> letters(Settings settings, LetterFilter filter) {
    CollectedLetters found;
    try (Interrupt interrupt = Interrupt.watch();
        Progress progress = new Progress("records", err())) {
      found =
          CollectedLetters.read(KafkaPlan.of(settings), filter, interrupt::isAsked, progress::show);
      if (interrupt.isAsked()) {
        throw new CommandFailure("interrupted before all dead letters were read: nothing is done");
      }
    }
    say("%,d dead letters match", found.letters().size());
    if (found.copies() > 0) {
      say("%,d further copies of them are left out", found.copies());
    }
    if (found.unreadable() > 0) {
      say("%,d records of the topic are no dead letters", found.unreadable());
    }
    return found.letters();
  }

  private void write(Settings settings, List<DeadLetter> letters) throws IOException {
    RepairFile.write(out, letters, KafkaPlan.of(settings).values());
    say("wrote %s; correct the payloads, then: redrive --in %s", out, out);
  }

  private static void take(ResendVerdict verdict, List<Resend> good, Map<String, Integer> refused) {
    verdict
        .resend()
        .ifPresentOrElse(good::add, () -> refused.merge(verdict.reason(), 1, Integer::sum));
  }

  /** By the clock of now: what was too far ahead may have come. */
  private static Redrive redrive(Settings settings) {
    return new Redrive(KafkaPlan.of(settings), settings.parser(), System.currentTimeMillis());
  }

  private void sendFile(Settings settings) {
    Redrive redrive = redrive(settings);
    List<RepairFile.Judged> judged;
    try {
      judged = RepairFile.read(SettingsOptions.existing(in), redrive);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot read " + in + " as UTF-8 text (" + e.getClass().getSimpleName() + ")");
    }
    List<Resend> good = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    for (RepairFile.Judged line : judged) {
      take(line.verdict(), good, refused);
      if (line.verdict().resend().isEmpty()) {
        say(
            "%s, line %d: %s: %s",
            in, line.number(), line.verdict().reason(), line.verdict().detail());
      }
    }
    if (!refused.isEmpty() && !skipInvalid) {
      throw new CommandFailure(
          "%d of %d lines of %s would be refused again, so nothing is sent: correct them, or add"
                  .formatted(judged.size() - good.size(), judged.size(), in)
              + " --skip-invalid");
    }
    resending().resend(settings, good, refused);
  }

  private Resending resending() {
    return new Resending(spec.commandLine(), dryRun);
  }

  private void say(String format, Object... values) {
    err().println(String.format(Locale.ROOT, format, values));
    err().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
