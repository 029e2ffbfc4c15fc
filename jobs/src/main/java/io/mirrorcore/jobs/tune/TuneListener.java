package io.mirrorcore.jobs.tune;

/** Observer of a tuning run, told of each step and each finding as it comes. */
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
