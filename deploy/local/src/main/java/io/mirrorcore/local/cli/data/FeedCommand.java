package io.mirrorcore.local.cli.data;

import io.mirrorcore.jobs.adjust.AdjustmentFile;
import io.mirrorcore.jobs.adjust.KnownAdjustment;
import io.mirrorcore.jobs.cli.InputFiles;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.feed.CsvFeed;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.feed.Pace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code feed}: CSV files into the input topics. */
@Command(
    name = "feed",
    description = "Sends CSV files to the input topics, merged in order of event time.")
public final class FeedCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private InputFiles input;
  @Spec private CommandSpec spec;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "max",
      description = "Multiple of real time, e.g. 60x (default: as fast as Kafka takes it).")
  private String speed;

  @Override
  public Integer call() throws Exception {
    Pace pace = new Pace(speed());
    Map<RecordKind, List<Path>> files = input.files();
    Settings settings = options.settings();
    KafkaPlan kafka = KafkaPlan.of(settings);
    List<KnownAdjustment> adjustments = adjustments(settings);
    List<String> topics = topics(kafka, files, adjustments);
    Topics.require(TopicLayout.client(settings), List.of(), topics);
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watch();
        Intake intake = input.intake(options, files, null, null);
        CsvFeed feed = new CsvFeed(intake.market(), settings.parser().times());
        EventSender sender = new EventSender(kafka);
        Progress progress = new Progress("rows", err)) {
      adjustments.forEach(
          one ->
              sender.send(
                  RecordKind.ADJUSTMENT,
                  one.adjustment().symbol(),
                  WireJson.adjustment(one.adjustment())));
      feed.sendAll(
          sender, pace, interrupt::isAsked, () -> progress.show(sender.sent(), feed.share()));
      progress.close();
      err.printf(
          Locale.ROOT,
          "sent %,d records to %s in %.1f s%n",
          sender.sent(),
          String.join(", ", topics),
          (System.nanoTime() - start) / 1e9);
      err.flush();
    }
    return 0;
  }

  private static List<String> topics(
      KafkaPlan kafka, Map<RecordKind, List<Path>> files, List<KnownAdjustment> adjustments) {
    Stream<RecordKind> kinds =
        Stream.concat(
            files.keySet().stream(),
            adjustments.isEmpty() ? Stream.empty() : Stream.of(RecordKind.ADJUSTMENT));
    return kinds.map(kind -> kafka.topic(kind)).toList();
  }

  /** Before everything else, by their days: they may be known as early as one likes. */
  private List<KnownAdjustment> adjustments(Settings settings) {
    return options
        .adjust()
        .map(file -> AdjustmentFile.read(file, settings.parser()))
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(one -> one.adjustment().date()))
        .toList();
  }

  private double speed() {
    try {
      return Pace.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
