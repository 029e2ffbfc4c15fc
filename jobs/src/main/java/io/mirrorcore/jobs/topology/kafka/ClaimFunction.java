package io.mirrorcore.jobs.topology.kafka;

import java.util.Properties;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Holds the identity of the job while it runs, in its first instance, and lets records pass as they
 * are.
 */
final class ClaimFunction<T> extends RichMapFunction<T, T> {

  private static final long serialVersionUID = 1L;

  private final Properties client;
  private final String group;
  private final String topic;
  private final WrittenPortfolios writes;
  private transient HeldClaim claim;

  ClaimFunction(KafkaPlan kafka) {
    client = kafka.client();
    group = kafka.identity().claimGroup();
    topic = kafka.topic(kafka.read().get(0));
    writes = kafka.writes();
  }

  @Override
  public void open(OpenContext context) {
    if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      String job = getRuntimeContext().getJobInfo().getJobId().toString();
      claim = HeldClaim.take(client, group, topic, job, writes);
    }
  }

  @Override
  public T map(T record) {
    return record;
  }

  @Override
  public void close() {
    if (claim != null) {
      claim.close();
    }
  }
}
