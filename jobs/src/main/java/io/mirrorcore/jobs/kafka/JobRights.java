package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights of a job's user, of which each is needed and no other: the table of the security page.
 * A job that lacks one would start, and fail over and over, or without its group never commit an
 * offset; so each is asked for before.
 */
public final class JobRights {

  private JobRights() {}

  /**
   * The rights that a job needs under a configuration.
   *
   * @param job {@link Role#PIPELINE} or {@link Role#ENSEMBLE}
   */
  public static List<Right> of(Settings settings, Role job) {
    List<Right> rights = new ArrayList<>();
    read(settings, job).map(topic -> Right.topic(AclOperation.READ, topic)).forEach(rights::add);
    written(settings, job)
        .map(topic -> Right.topic(AclOperation.WRITE, topic))
        .forEach(rights::add);
    JobIdentity identity = JobIdentity.of(settings, job);
    rights.add(Right.group(identity.groupId()));
    rights.add(Right.group(identity.claimGroup()));
    if (inTransactions(settings)) {
      // A sink looks for the transactions left open on its topic, which only a reader may.
      written(settings, job)
          .map(topic -> Right.topic(AclOperation.READ, topic))
          .forEach(rights::add);
      rights.add(Right.transactions(identity.transactionPrefix()));
    }
    return List.copyOf(rights);
  }

  private static Stream<String> read(Settings settings, Role job) {
    return TopicNames.read(settings, job).stream().map(topic -> TopicNames.of(settings, topic));
  }

  private static Stream<String> written(Settings settings, Role job) {
    return job.writes().stream().map(topic -> TopicNames.of(settings, topic));
  }

  static boolean inTransactions(Settings settings) {
    return settings.get(PipelineKeys.JOB_DELIVERY) == Choices.Delivery.EXACTLY_ONCE;
  }

  /**
   * Insists that the topics of a job exist and that its user has every right.
   *
   * @throws BrokerException naming the topics that are missing, or the first right that is
   */
  static void require(AdminSession session, Settings settings, Role job) {
    List<Right> rights = of(settings, job);
    Topics.require(session, topics(rights, AclOperation.READ), topics(rights, AclOperation.WRITE));
    JobIdentity identity = JobIdentity.of(settings, job);
    String topic = read(settings, job).findFirst().orElseThrow();
    UseOfGroup.require(session, identity.groupId(), topic, PipelineKeys.JOB_GROUP_ID);
    UseOfGroup.require(session, identity.claimGroup(), topic, PipelineKeys.JOB_TRANSACTION_PREFIX);
    if (inTransactions(settings)) {
      TransactionLimit.require(session, settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT));
      UseOfTransactions.require(session, settings, job);
    }
  }

  private static List<String> topics(List<Right> rights, AclOperation operation) {
    return rights.stream()
        .filter(right -> right.on().resourceType() == ResourceType.TOPIC)
        .filter(right -> right.operation() == operation)
        .map(right -> right.on().name())
        .toList();
  }
}
