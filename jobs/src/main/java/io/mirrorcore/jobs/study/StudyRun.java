package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.Refusals;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.study.Study;
import io.mirrorcore.study.StudyResult;
import io.mirrorcore.study.StudySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One study: the job, then the judgement of what the ledger held, then the files. Whoever has a
 * cluster runs the job ({@link #define}) and calls {@link #report} when it has ended.
 */
public final class StudyRun {

  private final StudyPlan plan;
  private final RunDirectory files;

  public StudyRun(StudyPlan plan, RunDirectory files) {
    this.plan = plan;
    this.files = files;
  }

  /** Adds the job to {@code env}. */
  public void define(StreamExecutionEnvironment env) {
    StudyTopology.define(
        env, plan, files.work(StudyFiles.BARS), files.work(StudyFiles.DEAD_LETTERS));
  }

  /**
   * Judges, once the job has ended. Nothing is published before {@link #publish}.
   *
   * @param intake of the files
   * @param acceptsRefused whether there is a study also where much of a file was refused
   * @param progress is told what share of the judgement is done
   * @throws StudyException when there is nothing to judge
   */
  public StudyReport report(Intake intake, boolean acceptsRefused, DoubleConsumer progress)
      throws IOException {
    List<Refusals> refusals = intake.refusedIn(files.work(StudyFiles.DEAD_LETTERS));
    if (!acceptsRefused) {
      refusals.forEach(Refusals::requireFew);
    }
    StudySettings settings = plan.study();
    StudyBars bars = new StudyBars(files.work(StudyFiles.BARS), settings.strategies().size());
    StudyResult result = Study.of(settings, bars, progress);
    if (result.bars() < 2) {
      throw new StudyException(
          "the portfolio %s has %d bars, and a return needs two: give more data, or another"
                  .formatted(plan.portfolio(), result.bars())
              + " --portfolio");
    }
    return StudyReport.of(
        plan, result, refusals.stream().map(Refusals::warning).flatMap(Optional::stream).toList());
  }

  /** Puts page and JSON where they belong. */
  public void publish(StudyReport report) throws IOException {
    Files.write(files.work(StudyFiles.STUDY_JSON), Json.encode(report));
    Files.writeString(files.work(StudyFiles.STUDY_HTML), StudyPage.of(report));
    files.publish();
  }
}
