package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.FenceProducersOptions;
import org.apache.kafka.clients.admin.FenceProducersResult;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;

/**
 * Whether the sinks of a job may write in transactions.
 *
 * <p>Kafka has no question for that: whoever may merely look at a transactional id may describe it.
 * So a producer is announced for each sink, under an id that no sink uses and that no transaction
 * is ever opened under. The broker forgets it after a week.
 */
final class UseOfTransactions {

  private static final String PROBE = "-pre-flight";

  private UseOfTransactions() {}

  /**
   * @throws BrokerException when the user may not use the ids of one of the sinks, or when the
   *     broker does not allow transactions as long as the job's
   */
  static void require(AdminSession session, Settings settings, Role job) {
    String prefix = JobIdentity.of(settings, job).transactionPrefix();
    List<Topic> written = job.writes();
    FenceProducersResult announced =
        session
            .admin()
            .fenceProducers(
                written.stream().map(topic -> probe(prefix, topic)).toList(), timeout(settings));
    for (Topic topic : written) {
      Optional<Long> producer =
          session.get(
              announced.producerId(probe(prefix, topic)),
              InvalidTxnTimeoutException.class,
              "use transactional ids that begin with %s (WRITE, job.transaction-prefix) for the %s"
                  .formatted(prefix, topic.sinkUid()));
      if (producer.isEmpty()) {
        throw TransactionLimit.exceeded(session, settings);
      }
    }
  }

  private static String probe(String prefix, Topic topic) {
    return prefix + "-" + topic.sinkUid() + PROBE;
  }

  /** Kafka's client takes the one number for how long it asks and for what it asks for. */
  private static FenceProducersOptions timeout(Settings settings) {
    long timeoutMs = settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT).toMillis();
    return new FenceProducersOptions().timeoutMs(Math.toIntExact(timeoutMs));
  }
}
