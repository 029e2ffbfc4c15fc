package io.mirrorcore.bench.child;

import io.mirrorcore.bench.figure.Measurement;
import io.mirrorcore.bench.figure.Usage;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.files.ProcessFiles;
import io.mirrorcore.local.job.JobSummary;
import io.mirrorcore.local.job.LocalJob;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;

/**
 * The measured process: the pipeline, or the pass-through, over a topic to its end. Prints one line
 * of JSON, a {@link Measurement} from {@value #FROM_PERCENT} % of the records to the last: before
 * that a virtual machine warms up. The end of the job is not in it, which costs the same however
 * long the topic is.
 */
public final class MeasuredJob {

  /** First argument: the whole product. */
  public static final String PIPELINE = "pipeline";

  /** First argument: moving the bytes and nothing else. */
  public static final String PASS_THROUGH = "pass-through";

  static final int FROM_PERCENT = 20;

  private static final long LOOK_EVERY_MS = 2;

  private MeasuredJob() {}

  /**
   * Runs it.
   *
   * @param arguments {@link #PIPELINE} or {@link #PASS_THROUGH}, the topic whose records count,
   *     their number, and settings as KEY=VALUE
   */
  public static void main(String[] arguments) throws Exception {
    ProcessFiles.begin();
    Map<String, String> set = new LinkedHashMap<>();
    for (int i = 3; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      set.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    Settings settings = Settings.defaults().with(set);
    long records = Long.parseLong(arguments[2]);
    Measurement measured =
        measure(start(arguments[0], Topic.valueOf(arguments[1]), settings), records);
    System.out.println(new String(Json.encode(measured), StandardCharsets.UTF_8));
    System.exit(0); // Flink's own threads may go on for a while
  }

  private static LocalJob start(String kind, Topic topic, Settings settings) throws Exception {
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    Configuration flink = JobEnvironment.live(plan.run());
    flink.removeConfig(CheckpointingOptions.CHECKPOINTS_DIRECTORY); // a temporary one
    flink.setString("metrics.reporter.bench.factory.class", SourceRecords.Factory.class.getName());
    return kind.equals(PASS_THROUGH)
        ? LocalJob.start(
            flink, plan.run(), env -> PassThrough.define(env, kafka, kafka.topic(topic)))
        : LocalJob.start(flink, plan, new KafkaInputs(kafka, plan), new KafkaOutputs(kafka));
  }

  private static Measurement measure(LocalJob job, long records) throws Exception {
    ProcessorClock clock = new ProcessorClock();
    try (job) {
      long first = await(job, records * FROM_PERCENT / 100, records);
      Usage usage;
      long last;
      try (Samples samples = Samples.begin()) {
        Usage before = clock.now();
        last = await(job, records, records);
        usage = clock.now().since(before);
        samples.keep();
      }
      requireNoneRefused(job.await());
      return new Measurement(last - first, usage);
    }
  }

  /** Waits until so many have been read; what has been read then. */
  private static long await(LocalJob job, long count, long records) throws Exception {
    long read = SourceRecords.count();
    while (read < count) {
      if (job.isOver() && SourceRecords.count() < count) {
        job.await(); // says why, where it failed
        throw new IllegalStateException(
            "the job read " + SourceRecords.count() + " of " + records + " records");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      read = SourceRecords.count();
    }
    return read;
  }

  /** A record that is refused costs less than one that counts. */
  private static void requireNoneRefused(JobSummary summary) {
    if (!summary.rejected().isEmpty()) {
      throw new IllegalStateException("every record must count; refused: " + summary.rejected());
    }
  }
}
