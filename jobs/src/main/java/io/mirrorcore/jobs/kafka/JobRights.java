package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.Uids;
import java.util.List;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * What a job needs of Kafka besides its topics: its consumer group, and transactions where it
 * delivers exactly once. Without the right to them it would start, and fail over and over.
 *
 * <p>Kafka tells whether a user may look at a group or a transactional id, which whoever may use it
 * may: the check catches a forgotten grant, not one of the wrong kind.
 */
final class JobRights {

  private JobRights() {}

  /**
   * @throws BrokerException when one of the rights is missing
   */
  static void require(AdminSession session, Settings settings) {
    String group = settings.get(PipelineKeys.JOB_GROUP_ID);
    session.get(
        session.admin().describeConsumerGroups(List.of(group)).describedGroups().get(group),
        GroupIdNotFoundException.class,
        "use the consumer group " + group + " (job.group-id)");
    if (settings.get(PipelineKeys.JOB_DELIVERY) == Choices.Delivery.EXACTLY_ONCE) {
      String prefix = settings.get(PipelineKeys.JOB_TRANSACTION_PREFIX);
      String id = prefix + "-" + Uids.WEIGHTS_SINK;
      session.get(
          session.admin().describeTransactions(List.of(id)).description(id),
          TransactionalIdNotFoundException.class,
          "use transactional ids that begin with " + prefix + " (job.transaction-prefix)");
      TransactionLimit.require(session, settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT));
    }
  }
}
