package io.mirrorcore.jobs.study;

import io.mirrorcore.study.StudyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A study as it is shown.
 *
 * @param shown what is shown and what is not, to be read first
 * @param portfolio whose ledger it is of
 * @param barsPerYearSource where the number of bars a year is from
 * @param notes on the data; empty where there is nothing to say
 * @param study the figures
 * @param configuration what reproduces it
 */
public record StudyReport(
    String shown,
    String portfolio,
    String barsPerYearSource,
    List<String> notes,
    StudyResult study,
    String configuration) {

  public StudyReport {
    notes = List.copyOf(notes);
  }

  static StudyReport of(StudyPlan plan, StudyResult study, List<String> notes) {
    return new StudyReport(
        shown(study),
        plan.portfolio(),
        plan.barsPerYearSource(),
        notes,
        study,
        plan.settings().given());
  }

  private static String shown(StudyResult study) {
    int all = study.strategies().size();
    List<String> idle = study.idle();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "%s over %,d bars of %s, %s to %s, as the ledger counts, before and after its cost.",
            all == 1
                ? study.strategies().get(0).id() + " alone"
                : "%d of %d strategies".formatted(all - idle.size(), all),
            study.bars(),
            study.symbols().size() == 1
                ? study.symbols().get(0)
                : study.symbols().size() + " symbols",
            day(study.from()),
            day(study.to())));
    if (!idle.isEmpty()) {
      sentences.add(
          "Never in a position, for want of input or occasion, and without figures: %s."
              .formatted(String.join(", ", idle)));
    }
    if (study.years() < 1) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "That is %.2g years: figures a year are those of so short a time multiplied, and no"
                  + " forecast of one.",
              study.years()));
    }
    sentences.add(
        "A dash is a figure that so little trading cannot give; brackets are 95 % intervals,"
            + " of which one in twenty misses the truth, and strategies that fail on other data or"
            + " were tuned on these are not told apart here.");
    return String.join(" ", sentences);
  }

  private static LocalDate day(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
