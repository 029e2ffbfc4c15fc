package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestRecords;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * The operator that runs trials. It reads the strategy returns once and keeps nothing from one
 * trial to the next.
 */
final class TrialFunction extends RichMapFunction<TrialPoint, TrialResult> {

  private static final long serialVersionUID = 1;

  private final TrialPlan plan;
  private final String directory;
  private transient Trial trial;

  /**
   * @param directory with the strategy returns, on a file system of client and cluster
   */
  TrialFunction(TrialPlan plan, Path directory) {
    this.plan = plan;
    this.directory = directory.toString();
  }

  @Override
  public void open(OpenContext context) {
    Path files = Path.of(directory);
    trial =
        new Trial(
            plan,
            BacktestRecords.returns(files, plan.portfolio()),
            BacktestRecords.closes(files, plan.portfolio()));
  }

  @Override
  public TrialResult map(TrialPoint point) {
    return trial.of(point);
  }
}
