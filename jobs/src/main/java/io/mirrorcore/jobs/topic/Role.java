package io.mirrorcore.jobs.topic;

import java.util.List;

/** Who reads and writes topics: the jobs and the commands. */
public enum Role {
  /** The whole pipeline: the command {@code run}, and {@code PipelineJob}. */
  PIPELINE(true),
  /** {@code EnsembleJob}: weights for strategies that live elsewhere. */
  ENSEMBLE(true),
  /** Paper trading: the command {@code paper}, and {@code PaperJob}. */
  PAPER(true),
  /** The command {@code feed}. */
  FEED(false),
  /** The command {@code watch}. */
  WATCH(false),
  /** The command {@code alerts}. */
  ALERTS(false),
  /** The command {@code verify}. */
  VERIFY(false),
  /** The command {@code redrive}. */
  REDRIVE(false);

  private final boolean isJob;

  Role(boolean isJob) {
    this.isJob = isJob;
  }

  /** Whether it runs on Flink: with a consumer group, and with transactions where it is asked. */
  public boolean isJob() {
    return isJob;
  }

  /** Topics that it reads, in the order of the list. */
  public List<Topic> reads() {
    return Topic.those(topic -> topic.readers().contains(this));
  }

  /** Topics that it writes, in the order of the list. */
  public List<Topic> writes() {
    return Topic.those(topic -> topic.writers().contains(this));
  }
}
