package io.mirrorcore.bench.command;

import io.mirrorcore.bench.child.MeasuredJob;
import io.mirrorcore.bench.child.PassThrough;
import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.bench.figure.Measurement;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rounds of one case: the broker is in this process, each job in a process of its own, the
 * pass-through and the pipeline in turns over the same records. Between two of them the machine is
 * looked at.
 */
final class CaseRun {

  private static final int PARTITIONS = 2;

  private final int rounds;
  private final MachineLoad load;
  private final Profiling profiling;
  private final Consumer<String> notice;

  /**
   * @param rounds 1 or more
   * @param notice told what is going on
   */
  CaseRun(int rounds, MachineLoad load, Profiling profiling, Consumer<String> notice) {
    this.rounds = rounds;
    this.load = load;
    this.profiling = profiling;
    this.notice = notice;
  }

  CaseResult measure(BenchCase bench) throws IOException, InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary(0)) {
      Map<String, String> set = settings(bench, broker.bootstrapServers());
      makeTopics(Settings.defaults().with(set));
      feed(bench, broker);
      List<Measurement> passThroughs = new ArrayList<>();
      List<Measurement> pipelines = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        notice.accept("%s: round %d of %d".formatted(bench.name(), round, rounds));
        load.look();
        passThroughs.add(run(MeasuredJob.PASS_THROUGH, bench, set, List.of()));
        pipelines.add(
            run(MeasuredJob.PIPELINE, bench, set, profiling.options(bench.name(), round)));
      }
      return CaseResult.of(bench.name(), bench.what(), pipelines, passThroughs, bench.goal());
    }
  }

  private void feed(BenchCase bench, EmbeddedBroker broker) {
    notice.accept("%s: %,d records".formatted(bench.name(), bench.records()));
    try (Feed feed = new Feed(broker.bootstrapServers(), bench.topic().word())) {
      long bytes = feed.sendAll(bench);
      notice.accept("%s: %d bytes a record".formatted(bench.name(), bytes / bench.records()));
    }
  }

  private static void makeTopics(Settings settings) {
    List<TopicSpec> topics = new ArrayList<>(TopicLayout.of(settings, PARTITIONS));
    topics.add(new TopicSpec(PassThrough.COPY, PARTITIONS, Optional.empty(), Map.of()));
    Topics.create(TopicLayout.client(settings), topics);
  }

  private static Map<String, String> settings(BenchCase bench, String bootstrapServers) {
    Map<String, String> set = new TreeMap<>(bench.settings());
    set.put("kafka.bootstrap.servers", bootstrapServers);
    set.put("job.mode", "replay");
    set.put("job.parallelism", "1");
    set.put("job.checkpoint-interval", "2s");
    return set;
  }

  private static Measurement run(
      String kind, BenchCase bench, Map<String, String> set, List<String> options)
      throws IOException, InterruptedException {
    List<String> program = new ArrayList<>();
    program.add(MeasuredJob.class.getName());
    program.addAll(List.of(kind, bench.topic().name(), Integer.toString(bench.records())));
    set.forEach((key, value) -> program.add(key + "=" + value));
    try (ChildProcess child = ChildProcess.start(options, program)) {
      return Json.decode(child.lastLine().getBytes(StandardCharsets.UTF_8), Measurement.class);
    }
  }
}
