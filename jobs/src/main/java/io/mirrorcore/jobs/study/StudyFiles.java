package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.output.RunDirectory;
import java.util.List;
import java.util.Set;

/** The files of a study, and those that it leaves behind. */
public final class StudyFiles {

  /** All figures. */
  public static final String STUDY_JSON = "study.json";

  /** The page: what to open. */
  public static final String STUDY_HTML = "study.html";

  /** What was refused, as on the topic. */
  static final String DEAD_LETTERS = RunDirectory.DEAD_LETTERS;

  static final String BARS = "ledger.jsonl.gz";

  /** What a study leaves. */
  public static final RunDirectory.Layout LAYOUT =
      new RunDirectory.Layout(
          List.of(DEAD_LETTERS, STUDY_JSON, STUDY_HTML), Set.of(DEAD_LETTERS), ".study-");

  private StudyFiles() {}
}
