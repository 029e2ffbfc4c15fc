package io.mirrorcore.local.cli.research;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.optimize.GivenReturns;
import io.mirrorcore.local.optimize.HeldWeights;
import io.mirrorcore.local.optimize.Optimum;
import io.mirrorcore.local.optimize.OptimumJson;
import io.mirrorcore.local.optimize.OptimumTable;
import io.mirrorcore.local.optimize.ProblemFile;
import io.mirrorcore.local.optimize.SecondOpinion;
import io.mirrorcore.optimize.Cvar;
import io.mirrorcore.optimize.Equal;
import io.mirrorcore.optimize.LeftOutContest;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.ensemble.EventSeed;
import io.mirrorcore.portfolio.ensemble.StandaloneOptimum;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimePolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code optimize}: the optimiser alone, on a file of strategy returns or a problem. */
@Command(
    name = "optimize",
    description = {
      "Optimal weights with their proof, from strategy returns or from a problem.",
      "Returns are estimated and brought to daily units as in the live job; a problem is taken as"
          + " it stands."
    })
public final class OptimizeCommand implements Callable<Integer> {

  private static final String PORTFOLIO = "main";

  @Mixin private SettingsOptions options;
  @Mixin private EstimateInput input;
  @Mixin private EstimateOptions estimators;
  @Mixin private PolicyOptions policy;
  @Spec private CommandSpec spec;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      completionCandidates = ObjectiveIds.class,
      description = "${COMPLETION-CANDIDATES} (default: of the configuration or the problem).")
  private String objective;

  @Option(
      names = "--regime",
      description =
          "Whose lambda, eta and cap count for returns: ${COMPLETION-CANDIDATES}. Without it lambda"
              + " is that of MIXED, no turnover is charged unless --previous says what is held, and"
              + " nothing is capped; where regimes.mixed.eta or .cap is set, that counts.")
  private Regime regime;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description = "Weights held now: a JSON object by strategy, or a record of the topic.")
  private Path previous;

  @Option(
      names = "--normalise",
      description = "Weights held now that do not add up to 1 are brought to it.")
  private boolean normalise;

  @Option(
      names = "--resample",
      paramLabel = "B",
      description = "Also resamples the returns B times: confidence and robust weights.")
  private int resample;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Shows the N largest weights only, in a table (default: all).")
  private int top = Integer.MAX_VALUE;

  @Option(
      names = "--second-opinion",
      description =
          "Lets ojAlgo solve the same problem, and says by how much a weight differs at most.")
  private boolean secondOpinion;

  /** For the help, which lists them. */
  private static final class ObjectiveIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Objective.ids().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (resample != 0 && resample < 2) {
      throw new CommandFailure("--resample must be at least 2 samples; have " + resample);
    }
    if (top < 1) {
      throw new CommandFailure("--top must be at least 1 strategy; have " + top);
    }
    Optimum answer =
        input.returns().isPresent() ? ofReturns(input.returns().get()) : ofProblem(input.problem());
    Solution solution = answer.solution();
    PrintWriter out = spec.commandLine().getOut();
    if (input.wantsJson()) {
      out.println(new String(Json.encode(new OptimumJson(answer).json()), StandardCharsets.UTF_8));
    } else if (solution.weights().length > 0) {
      out.print(new OptimumTable(answer, top).text());
    }
    out.flush();
    if (!solution.isUsable()) {
      throw new CommandFailure(solution.status() + ": " + solution.detail());
    }
    return 0;
  }

  private Optimum ofProblem(Path file) throws IOException {
    Settings settings = estimators.over(options.settings());
    ProblemFile given =
        ProblemFile.read(file, chosen(), policy.ofProblem())
            .holding(new HeldWeights(file, normalise));
    PortfolioProblem problem = given.problem();
    Solution solution = Optimizer.solve(problem);
    boolean found = solution.weights().length > 0;
    return new Optimum(
        problem,
        solution,
        WeightFigures.of(problem, solution.weights(), given.hasPrevious()),
        new Optimum.Source(
            null,
            Arrays.stream(problem.box().upper()).max().orElse(1),
            Double.NaN,
            given.returns().length,
            found ? conditionNumber(problem) : 1,
            Double.NaN),
        resample == 0 || !solution.isUsable()
            ? null
            : robust(
                resampled(given, settings),
                settings.get(EnsembleKeys.GATE_CONFIDENCE),
                weights -> WeightFigures.of(problem, weights, given.hasPrevious())),
        opinion(problem, solution));
  }

  private static double conditionNumber(PortfolioProblem problem) {
    Covariance sigma = new Covariance(problem.moments().sigma(), problem.size(), 0);
    return Math.min(Double.MAX_VALUE, ConditionNumber.of(sigma));
  }

  private static Optimum.Robust robust(
      WeightConfidence resampled, ConfidenceRule rule, Function<double[], WeightFigures> figures) {
    if (resampled.solved() == 0) {
      throw new CommandFailure("--resample: no sample has a solution; give more rows of returns");
    }
    return new Optimum.Robust(resampled, rule, figures.apply(resampled.meanWeights()));
  }

  private SecondOpinion opinion(PortfolioProblem problem, Solution solution) {
    if (!secondOpinion || !solution.isUsable()) {
      return null;
    }
    if (!SecondOpinion.OBJECTIVES.contains(problem.objective().id())) {
      throw new CommandFailure(
          "--second-opinion is there for %s; have %s; leave it out"
              .formatted(String.join(", ", SecondOpinion.OBJECTIVES), problem.objective().id()));
    }
    return SecondOpinion.of(problem, solution.weights());
  }

  private Objective chosen() {
    if (objective == null) {
      return null;
    }
    return Objective.of(objective)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "--objective must be one of "
                        + String.join(", ", Objective.ids())
                        + "; have "
                        + objective));
  }

  private WeightConfidence resampled(ProblemFile given, Settings settings) {
    if (given.returns().length < 2) {
      throw new CommandFailure(
          "--resample needs at least 2 rows of returns in the problem; have "
              + given.returns().length);
    }
    EstimatorSettings methods = Engines.estimators(settings);
    return WeightConfidence.of(
        new WeightConfidence.Window(
            given.returns(), given.problem().box().upper(), rival(given.problem())),
        sampling(settings),
        (sample, last) -> {
          Estimates estimates = Estimates.of(sample, methods);
          return Optimizer.solve(
              given
                  .problem()
                  .withSample(
                      new Moments(estimates.mean(), estimates.covariance().matrix()), sample),
              last);
        },
        new SplittableRandom(EventSeed.of(PORTFOLIO, 0)));
  }

  private static LeftOutContest.Rival rival(PortfolioProblem problem) {
    return problem.objective() instanceof Equal
        ? LeftOutContest.Rival.none()
        : new LeftOutContest.Rival(problem.penalties().previous(), problem.penalties().lambda(), 0);
  }

  private WeightConfidence.Sampling sampling(Settings settings) {
    return new WeightConfidence.Sampling(
        resample,
        settings.get(EnsembleKeys.RESAMPLE_FRACTION),
        settings.get(EnsembleKeys.RESAMPLE_MEAN_BLOCK));
  }

  private Optimum ofReturns(Path file) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    GivenReturns given = input.read(file, options.settings().parser().times(), err::println);
    ReturnsTable table = given.table();
    FileCalendar calendar = FileCalendar.ofTimes(options::gives, file, table.times());
    calendar.inferred().ifPresent(err::println);
    Settings settings = estimators.over(options.settings(calendar.presets()));
    if (objective != null) {
      settings = settings.with("ensemble.objective", objective);
    }
    if (resample > 0) {
      settings = settings.with("ensemble.resample.samples", resample);
    }
    EnsembleSettings ensemble = Engines.ensemble(settings);
    double[] held = held(table, ensemble);
    RegimePolicy asked = policy.over(policyOf(settings, ensemble, held.length > 0));
    StandaloneOptimum optimized = solved(given, ensemble, asked, held);
    if (optimized.problem() == null) {
      throw new CommandFailure(
          optimized.solution().status() + ": " + optimized.solution().detail());
    }
    if (optimized.cap() > asked.cap()) {
      err.printf(
          "the cap of %s is raised to %s: %d strategies cannot add up to 1 under it%n",
          asked.cap(), optimized.cap(), table.strategies().size());
    }
    err.flush();
    long last = table.times()[table.times().length - 1];
    PortfolioProblem problem = optimized.problem();
    Solution solution = optimized.solution();
    Function<double[], WeightFigures> figures =
        weights -> WeightFigures.of(problem, weights, held.length > 0);
    return new Optimum(
        problem,
        solution,
        figures.apply(solution.weights()),
        new Optimum.Source(
            (regime == null ? Regime.MIXED : regime).name(),
            optimized.cap(),
            optimized.shrinkage(),
            table.times().length,
            optimized.conditionNumber(),
            ensemble.bars().perYear() / ensemble.bars().perDay()),
        resample == 0 || !solution.isUsable()
            ? null
            : robust(
                StandaloneOptimum.confidence(
                    table, ensemble, asked, held, EventSeed.of(PORTFOLIO, last)),
                ensemble.resampling().confidence(),
                figures),
        opinion(problem, solution));
  }

  /** Of the regime that is asked for; else as in a textbook, but for what is set. */
  private RegimePolicy policyOf(Settings settings, EnsembleSettings ensemble, boolean hasPrevious) {
    if (regime != null) {
      return ensemble.regimes().of(regime);
    }
    RegimePolicy mixed = ensemble.regimes().of(Regime.MIXED);
    boolean charged =
        hasPrevious
            || settings.isSet(EnsembleKeys.MIXED.eta().key())
            || settings.isSet(EnsembleKeys.ETA.key());
    boolean capped =
        settings.isSet(EnsembleKeys.MIXED.cap().key())
            || settings.isSet(EnsembleKeys.MAX_WEIGHT.key());
    return new RegimePolicy(
        mixed.lambda(),
        charged ? mixed.eta() : 0,
        capped ? mixed.cap() : 1,
        mixed.cadence(),
        mixed.hold());
  }

  private StandaloneOptimum solved(
      GivenReturns given, EnsembleSettings ensemble, RegimePolicy policy, double[] held) {
    if (!given.hasHoles()) {
      return StandaloneOptimum.of(given.table(), ensemble, policy, held);
    }
    if (resample > 0 || ensemble.allocation().objective().objective() instanceof Cvar) {
      throw new CommandFailure(
          "--missing pairwise gives a mean and a covariance and no whole rows, which --resample and"
              + " --objective cvar need; set --missing drop or zero");
    }
    return StandaloneOptimum.of(
        given.table(), ensemble, policy, held, given.estimates(ensemble.window().estimators()));
  }

  /** By strategy of the table and then cash; none where there is no file of them. */
  private double[] held(ReturnsTable table, EnsembleSettings ensemble) throws IOException {
    if (previous == null) {
      return new double[0];
    }
    List<String> ids = new ArrayList<>(table.strategies());
    if (ensemble.allocation().cash().enabled()) {
      ids.add(Cash.ID);
    }
    return new HeldWeights(SettingsOptions.existing(previous), normalise).read(ids);
  }
}
