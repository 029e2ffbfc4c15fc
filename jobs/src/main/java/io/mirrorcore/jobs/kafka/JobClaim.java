package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topology.kafka.ClaimHolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Whether another job runs under an identity. Two at once would end each other's transactions: the
 * later fences the earlier, and what that had not committed is lost. So the later does not start.
 */
final class JobClaim {

  /** The broker looks at its sessions now and then. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private JobClaim() {}

  /**
   * Waits for a claim that is running out, since a job that died cannot give its own back.
   *
   * @param own id of the job that is to start, where it has one already and may have run before
   * @param notice told once, when there is something to wait for
   * @throws BrokerException when another job holds the identity, or when the user may not claim it
   */
  static void require(
      AdminSession session, JobIdentity identity, Optional<String> own, Consumer<String> notice) {
    List<ClaimHolder> others = others(session, identity, own);
    if (others.isEmpty()) {
      return;
    }
    notice.accept(
        "%s holds %s; waiting %d s whether it has ended"
            .formatted(words(others), identity.claimGroup(), ClaimHolder.SESSION.toSeconds()));
    List<ClaimHolder> alive =
        session.untilEmpty(ClaimHolder.SESSION.plus(GRACE), () -> others(session, identity, own));
    if (!alive.isEmpty()) {
      throw inUse(identity, alive);
    }
  }

  private static List<ClaimHolder> others(
      AdminSession session, JobIdentity identity, Optional<String> own) {
    String group = identity.claimGroup();
    return session
        .get(
            session.admin().describeConsumerGroups(List.of(group)).describedGroups().get(group),
            GroupIdNotFoundException.class,
            UseOfGroup.action(group, PipelineKeys.JOB_TRANSACTION_PREFIX))
        .map(ConsumerGroupDescription::members)
        .stream()
        .flatMap(members -> members.stream())
        .map(ClaimHolder::of)
        .filter(holder -> own.isEmpty() || !holder.job().equals(own.get()))
        .toList();
  }

  private static BrokerException inUse(JobIdentity identity, List<ClaimHolder> others) {
    return new BrokerException(
        ("the identity %s (job.transaction-prefix, else job.name) is in use by %s, consumer group %s;"
                + " to take over stop that job first, with a savepoint if this one is to go on from"
                + " it, or give this one another job.name and topics of its own")
            .formatted(identity.transactionPrefix(), words(others), identity.claimGroup()),
        null);
  }

  private static String words(List<ClaimHolder> holders) {
    return holders.stream().map(ClaimHolder::toString).collect(Collectors.joining(", "));
  }
}
