package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.study.StudySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The specification of one study.
 *
 * @param settings of the user, with what the files show laid under them
 * @param job that runs: of these settings, perhaps with one strategy alone
 * @param market files by kind of record
 * @param portfolio whose ledger is judged
 * @param barsPerYearSource where the number of bars a year is from, for the report to say
 */
public record StudyPlan(
    Settings settings,
    JobPlan job,
    Map<RecordKind, Path> market,
    String portfolio,
    String barsPerYearSource) {

  public StudyPlan {
    market = new TreeMap<>(market);
    List<String> names = settings.portfolios().names();
    if (!names.contains(portfolio)) {
      throw new StudyException(
          "there is no portfolio %s; there are %s".formatted(portfolio, names));
    }
  }

  /** How the bars are judged. */
  StudySettings study() {
    return new StudySettings(
        job.strategies().ids(),
        settings.barsPerYear(),
        job.ensemble().regime(),
        StudySettings.CELLS);
  }
}
