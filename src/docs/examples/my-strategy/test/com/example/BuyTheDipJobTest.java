package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.nio.file.*;
import java.time.LocalDate;
import java.util.*;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** BUY_THE_DIP in the pipeline itself, on a Flink cluster of two slots in this process. */
class BuyTheDipJobTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  /** 60 days at 100, but for ten that are a tenth lower. */
  private static Path prices(Path directory) throws Exception {
    List<String> rows = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    for (int day = 0; day < 60; day++) {
      int price = day >= 40 && day < 50 ? 90 : 100;
      String time = LocalDate.of(2024, 1, 1).plusDays(day) + "T21:00:00Z";
      rows.add("ABC," + time + ("," + price).repeat(4) + ",1000");
    }
    return Files.write(directory.resolve("prices.csv"), rows);
  }

  @Test
  void isLongWhileThePriceIsDown(@TempDir Path directory) throws Exception {
    Settings settings =
        Settings.defaults()
            .with(
                Map.of(
                    "strategies.jars", System.getProperty("strategy.jar"),
                    "bars.interval", "1d",
                    "signals.emit", "all",
                    "job.parallelism", 2));
    JobPlan plan = JobPlan.of(settings);
    Path signals = directory.resolve("signals.jsonl");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.offline(plan.run()));
    PipelineTopology.define(
        env,
        plan,
        new FileInputs(plan, Map.of(RecordKind.BAR, prices(directory))),
        new FileOutputs().with(Topic.SIGNALS, signals, LineFormat.json()));
    env.execute("buy-the-dip");

    List<String> own =
        Files.readAllLines(signals).stream()
            .filter(line -> line.contains("\"BUY_THE_DIP\""))
            .toList();
    assertEquals(60, own.size());
    for (int day = 0; day < 60; day++) {
      boolean isDown = day >= 40 && day < 50;
      assertTrue(own.get(day).contains(isDown ? "\"BUY\"" : "\"HOLD\""), own.get(day));
    }
  }
}
