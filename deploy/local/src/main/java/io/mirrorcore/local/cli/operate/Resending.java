package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.redrive.LateForecast;
import io.mirrorcore.local.redrive.Redrive;
import io.mirrorcore.local.redrive.Resend;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;

/**
 * The last step of {@code redrive}: sends records back to their topics, or only shows them, and
 * prints what became of each.
 */
final class Resending {

  private final CommandLine command;
  private final boolean dryRun;

  Resending(CommandLine command, boolean dryRun) {
    this.command = command;
    this.dryRun = dryRun;
  }

  /**
   * Sends the good ones in order of event time, and says what was left out.
   *
   * @param refused number of records that would be refused, by reason
   */
  void resend(Settings settings, List<Resend> good, Map<String, Integer> refused) {
    good.sort(Redrive.ORDER);
    Map<String, Integer> byTopic = Redrive.byTopic(good);
    if (!good.isEmpty()) {
      // Read too: how late a record would be is told by the newest that is there.
      Topics.require(TopicLayout.client(settings), byTopic.keySet(), byTopic.keySet());
      warnOfLate(settings, good, byTopic.keySet());
    }
    if (dryRun) {
      Deserializer<byte[]> values = KafkaPlan.of(settings).values();
      good.forEach(record -> print(record, values.deserialize(record.topic(), record.payload())));
      command.getOut().flush();
      say("would send %,d records%s", good.size(), to(byTopic));
    } else {
      send(settings, good, byTopic);
    }
    if (!refused.isEmpty()) {
      int all = refused.values().stream().mapToInt(Integer::intValue).sum();
      say("left out %,d that would be refused again: %s", all, counts(refused));
    }
  }

  private void warnOfLate(Settings settings, List<Resend> good, Set<String> inputs) {
    LateForecast.Lateness late =
        LateForecast.read(KafkaPlan.of(settings), JobPlan.of(settings), inputs).of(good);
    if (late.count() > 0) {
      say(
          "warning: %,d of these lie up to %s behind the newest record of their partition: the job"
              + " will refuse them as LATE unless it is started with a time.out-of-orderness of at"
              + " least that",
          late.count(), DurationText.format(Duration.ofMillis(late.worstMs())));
    }
  }

  private void print(Resend record, byte[] json) {
    command
        .getOut()
        .println(
            record.topic()
                + "\t"
                + record.symbol()
                + "\t"
                + new String(json, StandardCharsets.UTF_8));
  }

  private void send(Settings settings, List<Resend> good, Map<String, Integer> byTopic) {
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watch();
        EventSender sender = new EventSender(KafkaPlan.of(settings));
        Progress progress = new Progress("records", err())) {
      for (Resend record : good) {
        if (interrupt.isAsked()) {
          break;
        }
        sender.send(record.kind(), record.symbol(), record.payload());
        progress.show(sender.sent(), (double) sender.sent() / good.size());
      }
      sender.flush();
      progress.close();
      if (sender.sent() < good.size()) {
        throw new CommandFailure(
            "interrupted: sent the first %,d of %,d records by event time"
                .formatted(sender.sent(), good.size()));
      }
    }
    say(
        "sent %,d records%s in %.1f s",
        good.size(), to(byTopic), (System.nanoTime() - start) / 1e9);
  }

  private static String to(Map<String, Integer> byTopic) {
    return byTopic.isEmpty() ? "" : " to " + counts(byTopic);
  }

  /** {@code prices 3, ticks 2}. */
  private static String counts(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add(String.format(Locale.ROOT, "%s %,d", name, count)));
    return String.join(", ", parts);
  }

  private void say(String format, Object... values) {
    err().println(String.format(Locale.ROOT, format, values));
    err().flush();
  }

  private PrintWriter err() {
    return command.getErr();
  }
}
