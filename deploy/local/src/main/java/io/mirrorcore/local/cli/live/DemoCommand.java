package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.local.cli.DurationConverter;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.OutputFormat;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.demo.Demo;
import io.mirrorcore.local.demo.DemoSettings;
import io.mirrorcore.local.feed.Pace;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
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
      "It begins with three years of history; then a year passes in a minute.",
      "Needs nothing but a JDK: it brings a Kafka broker and a Flink cluster of its own."
    })
public final class DemoCommand implements Callable<Integer> {

  /** What a stranger would ask. */
  private static final String LEGEND =
      "  Sharpe      what the estimate promises of the target, a year; the line \"of 100\" is what"
          + " came of it%n"
          + "  confidence  how firmly the returns determine the target, from 0 to 1%n"
          + "  kkt         how far the target is from optimal: up to 1e-8 it is the optimum%n"
          + "  HELD_...    not applied: UNCERTAIN much to trade on little confidence, REGIME it holds,"
          + " SMALL not worth it";

  /** Turnover of a result that a person is told of. */
  private static final double LEAST_SHOWN = 0.05;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long the market is live, e.g. 60s or 5m, behind its history (default: until"
              + " Ctrl-C).")
  private Duration duration;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Seed of the simulated market (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = DemoSettings.SPEED,
      description = "Simulated time as a multiple of real time (default: ${DEFAULT-VALUE}).")
  private String speed;

  @Option(
      names = "--headless",
      description =
          "Plain lines without colours, and no console, for logs and machines without a display.")
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
    Settings settings = options.settings(DemoSettings.presets());
    PrintWriter people = people();
    people.println("Starting a Kafka broker, a Flink cluster and a simulated market ...");
    people.flush();
    Printer printer = new Printer(people);
    try (Interrupt interrupt = Interrupt.watch();
        Demo demo = Demo.start(settings, new Demo.Play(seed, multiple, !headless), printer)) {
      takeInHistory(demo, printer, interrupt);
      long start = System.nanoTime();
      while (!interrupt.isAsked() && !isOver(start)) {
        demo.poll();
        printer.standings(demo);
      }
      people.println();
      people.print(demo.report().text(demo.bars()));
      people.print(demo.standings().table());
      people.flush();
      return demo.report().isSound() ? 0 : 1;
    }
  }

  private void takeInHistory(Demo demo, Printer printer, Interrupt interrupt) throws Exception {
    printer.history(demo);
    try (Progress progress = new Progress("bars", spec.commandLine().getErr())) {
      while (!printer.hasBegun() && !interrupt.isAsked()) {
        demo.poll();
        progress.show(demo.takenIn(), (double) demo.takenIn() / demo.historyBars());
      }
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

  /** Prints what there is to see, as it comes. */
  private final class Printer implements Demo.Listener {

    private final PrintWriter people;
    private final WeightsText text = new WeightsText(headless ? Ansi.OFF : Ansi.AUTO);
    private final Set<String> holding = new HashSet<>();
    private final Set<String> alerts = new HashSet<>();
    private final long asked = System.nanoTime();
    private long historyEnd;
    private YearMonth told;
    private boolean begun;

    Printer(PrintWriter people) {
      this.people = people;
    }

    /** Says what comes first. */
    void history(Demo demo) {
      historyEnd = demo.historyEnd();
      say(
          String.format(
              Locale.ROOT, "Taking in three years of history: %,d bars ...", demo.historyBars()));
    }

    boolean hasBegun() {
      return begun;
    }

    @Override
    public void opens(String link) {
      say("Open " + link + " in a browser: it shows what you read here, and why.");
    }

    @Override
    public void begins() {
      begun = true;
      told = month(historyEnd);
      say(
          String.format(
              Locale.ROOT,
              "Done after %.1f s. From here on the market is live, a year a minute at the usual"
                  + " speed.%nShown are changes of %.0f %% and more, and the first of several results"
                  + " that are held.%n"
                  + LEGEND,
              (System.nanoTime() - asked) / 1e9,
              100 * LEAST_SHOWN));
    }

    /** Once a simulated month. */
    void standings(Demo demo) {
      YearMonth now = month(demo.standings().newest());
      if (begun && now.isAfter(told)) {
        told = now;
        say(demo.standings().line());
      }
    }

    private static YearMonth month(long time) {
      return YearMonth.from(Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC));
    }

    @Override
    public void weights(EnsembleWeights weights, byte[] json) {
      if (format == OutputFormat.JSON) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new String(json, StandardCharsets.UTF_8));
        out.flush();
      } else if (weights.time() > historyEnd && isNews(weights)) {
        say(text.weights(weights));
      }
    }

    /** A result that is held again and again is news once; equal weights never are. */
    private boolean isNews(EnsembleWeights weights) {
      if (weights.portfolio().equals(DemoSettings.EQUAL)) {
        return false;
      }
      boolean held = !Decision.valueOf(weights.rebalance().decision()).isApplied();
      boolean first = held && holding.add(weights.portfolio());
      if (!held) {
        holding.remove(weights.portfolio());
      }
      return held ? first : weights.rebalance().turnover() >= LEAST_SHOWN;
    }

    @Override
    public void alert(Alert alert) {
      if (alert.time() > historyEnd
          && alert.state() == Alert.State.FIRING
          && alerts.add(month(alert.time()) + alert.portfolio() + alert.key() + alert.level())) {
        say(text.alert(alert)); // once a month: at a threshold it comes and goes
      }
    }

    private void say(String line) {
      people.println(line);
      people.flush();
    }
  }
}
