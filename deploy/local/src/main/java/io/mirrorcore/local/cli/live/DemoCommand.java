package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.local.cli.DurationConverter;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.OutputFormat;
import io.mirrorcore.local.demo.Demo;
import io.mirrorcore.local.feed.Pace;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: everything in one process, without any set-up. */
@Command(
    name = "demo",
    description = {
      "Runs the whole system in this process on a simulated market, and prints the weights.",
      "Needs nothing but a JDK: it brings a Kafka broker and a Flink cluster of its own."
    })
public final class DemoCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long to run, e.g. 60s or 5m (default: until Ctrl-C).")
  private Duration duration;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Seed of the simulated market (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "600x",
      description = "Simulated time as a multiple of real time (default: ${DEFAULT-VALUE}).")
  private String speed;

  @Option(
      names = "--headless",
      description = "Plain lines without colours, for logs and machines without a display.")
  private boolean headless;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json puts each record of the topic"
              + " weights as one line on stdout, and nothing else there.")
  private OutputFormat format;

  @Override
  public Integer call() throws Exception {
    double multiple = multiple();
    Settings settings = options.settings(Demo.presets());
    PrintWriter people = people();
    people.println("Starting a Kafka broker, a Flink cluster and a simulated market ...");
    people.flush();
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watch();
        Demo demo = Demo.start(settings, seed, multiple, new Printer(people))) {
      while (!interrupt.isAsked() && !isOver(start)) {
        demo.poll();
      }
      people.println();
      people.print(demo.report().text(demo.bars()));
      people.flush();
      return demo.report().isSound() ? 0 : 1;
    }
  }

  private boolean isOver(long start) {
    return duration != null && System.nanoTime() - start >= duration.toNanos();
  }

  private double multiple() {
    try {
      return Pace.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Where words for people go: stdout, unless that is kept for JSON. */
  private PrintWriter people() {
    return format == OutputFormat.JSON ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }

  /** Prints each record as it comes. */
  private final class Printer implements Demo.Listener {

    private final PrintWriter people;
    private final WeightsText text = new WeightsText(headless ? Ansi.OFF : Ansi.AUTO);

    Printer(PrintWriter people) {
      this.people = people;
    }

    @Override
    public void weights(EnsembleWeights weights, byte[] json) {
      if (format == OutputFormat.JSON) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new String(json, StandardCharsets.UTF_8));
        out.flush();
      } else {
        people.println(text.weights(weights));
        people.flush();
      }
    }

    @Override
    public void alert(Alert alert) {
      people.println(text.alert(alert));
      people.flush();
    }
  }
}
