package io.mirrorcore.jobs.tune;

/** Is told what a tuning run finds and does, beside what it returns. */
public interface TuneListener {

  /** Something that the user should know: one sentence. */
  void note(String sentence);

  /**
   * The trials begin.
   *
   * @param found trials that an earlier run has made
   * @param calls trials in all
   */
  void trialsBegin(int found, int calls);
}
