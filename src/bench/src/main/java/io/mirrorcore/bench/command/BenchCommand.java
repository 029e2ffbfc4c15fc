package io.mirrorcore.bench.command;

import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.BuildVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast the product is on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    sortOptions = false,
    description = {
      "Measures the product on this machine: processor time, beside a job that only moves the",
      "bytes from one topic to another. Ten minutes on two cores, three with --quick."
    })
final class BenchCommand implements Callable<Integer> {

  private static final int ROUNDS = 3;
  private static final int STARTS = 5;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "AREA",
      description = "What to measure: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Area> areas = List.of();

  @Option(names = "--quick", description = "Fewer cases and fewer records.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only these cases, of throughput, scale and replay.")
  private List<String> only = List.of();

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "bench-profile",
      description =
          "Records the last round of each case there (${FALLBACK-VALUE} unless given) and says"
              + " where its time went.")
  private Path profile;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "JSON of an earlier bench, to compare with.")
  private Path baseline;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  private enum Format {
    TABLE,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    List<CaseResult> earlier = baseline == null ? List.of() : earlier();
    MachineLoad load = new MachineLoad();
    Profiling profiling = profiling();
    List<CaseResult> results = new ArrayList<>();
    for (Area area : areas.isEmpty() ? EnumSet.allOf(Area.class) : EnumSet.copyOf(areas)) {
      results.addAll(measure(area, load, profiling));
    }
    if (results.isEmpty()) {
      throw new BenchException("--only must name cases of these areas; have " + only);
    }
    notice(load.words());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == Format.JSON ? json(load, results) : ReportText.of(results, earlier));
    out.flush();
    notice(profiling.words());
    return 0;
  }

  private List<CaseResult> measure(Area area, MachineLoad load, Profiling profiling)
      throws IOException, InterruptedException {
    return switch (area) {
      case THROUGHPUT -> cases(Cases.throughput(quick), load, profiling);
      case SCALE -> cases(Cases.scale(quick), load, profiling);
      case LATENCY ->
          only.isEmpty()
              ? new LatencyRun(quick ? 20 : 60, load, this::notice).measure()
              : List.of();
      case REPLAY -> replay(load, profiling);
      case STARTUP -> only.isEmpty() ? startup(load) : List.of();
    };
  }

  private List<CaseResult> cases(List<BenchCase> cases, MachineLoad load, Profiling profiling)
      throws IOException, InterruptedException {
    CaseRun run = new CaseRun(ROUNDS, load, profiling, this::notice);
    List<CaseResult> results = new ArrayList<>();
    for (BenchCase bench : cases) {
      if (wanted(bench.name())) {
        results.add(run.measure(bench));
      }
    }
    return results;
  }

  private List<CaseResult> replay(MachineLoad load, Profiling profiling)
      throws IOException, InterruptedException {
    int symbols = 50;
    if (!wanted("backtest-" + symbols)) {
      return List.of();
    }
    notice("replay");
    return List.of(
        new ReplayRun(symbols, quick ? 1_000 : 4_000, quick ? 1 : ROUNDS, load, profiling)
            .measure());
  }

  private List<CaseResult> startup(MachineLoad load) throws IOException, InterruptedException {
    String launcher = System.getProperty("mirrorcore.launcher");
    if (launcher == null || !StartupRun.isPossible()) {
      notice("startup: left out; it needs the script mirrorcore and Linux");
      return List.of();
    }
    notice("startup");
    return new StartupRun(Path.of(launcher), STARTS, load).measure();
  }

  private boolean wanted(String name) {
    return only.isEmpty() || only.contains(name);
  }

  private Profiling profiling() throws IOException {
    if (profile == null) {
      return Profiling.none();
    }
    return Profiling.into(Files.createDirectories(profile.toAbsolutePath()), ROUNDS);
  }

  private List<CaseResult> earlier() {
    try {
      return Json.decode(Files.readAllBytes(baseline), BenchReport.class).results();
    } catch (IOException | IllegalArgumentException e) {
      throw new BenchException(
          "--baseline must be what bench --format json wrote; cannot read "
              + baseline
              + ": "
              + e.getMessage());
    }
  }

  private String json(MachineLoad load, List<CaseResult> results) throws IOException {
    BenchReport report =
        new BenchReport(
            new BuildVersion().getVersion()[0],
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            Double.isNaN(load.mean()) ? null : load.mean(),
            load.isBusy(),
            quick,
            results);
    return new String(Json.encode(report), StandardCharsets.UTF_8) + System.lineSeparator();
  }

  private void notice(String words) {
    if (!words.isEmpty()) {
      spec.commandLine().getErr().println(words);
      spec.commandLine().getErr().flush();
    }
  }
}
