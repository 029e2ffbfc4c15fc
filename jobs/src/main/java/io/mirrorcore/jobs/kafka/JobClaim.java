package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topology.kafka.ClaimHolder;
import io.mirrorcore.jobs.topology.kafka.WrittenPortfolios;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Whether another job stands in the way of one that is to start.
 *
 * <p>Two under one identity would end each other's transactions: the later fences the earlier, and
 * what that had not committed is lost. Two that write one portfolio to one topic would leave its
 * readers two truths. So the later does not start.
 */
final class JobClaim {

  /** The broker looks at its sessions now and then. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final AdminSession session;
  private final JobIdentity identity;
  private final Optional<String> own;
  private final Consumer<String> notice;

  /**
   * @param own id of the job that is to start, where it has one already and may have run before
   * @param notice told when there is something to wait for
   */
  JobClaim(
      AdminSession session, JobIdentity identity, Optional<String> own, Consumer<String> notice) {
    this.session = session;
    this.identity = identity;
    this.own = own;
    this.notice = notice;
  }

  /**
   * Waits for claims that are running out, since a job that died cannot give its own back.
   *
   * @throws BrokerException when another job holds the identity or writes one of the portfolios, or
   *     when the user may not claim the identity
   */
  void require(WrittenPortfolios writes) {
    List<ClaimHolder> namesakes =
        left(identity.claimGroup(), () -> others(identity.claimGroup()).toList());
    if (!namesakes.isEmpty()) {
      throw inUse(namesakes);
    }
    List<ClaimHolder> rivals = left("a portfolio of " + writes.topic(), () -> rivals(writes));
    if (!rivals.isEmpty()) {
      throw written(writes, rivals);
    }
  }

  private List<ClaimHolder> left(String held, Supplier<List<ClaimHolder>> look) {
    List<ClaimHolder> found = look.get();
    if (found.isEmpty()) {
      return found;
    }
    notice.accept(
        "%s holds %s; waiting %d s whether it has ended"
            .formatted(words(found), held, ClaimHolder.SESSION.toSeconds()));
    return session.untilEmpty(ClaimHolder.SESSION.plus(GRACE), look);
  }

  private Stream<ClaimHolder> others(String group) {
    return session
        .get(
            session.admin().describeConsumerGroups(List.of(group)).describedGroups().get(group),
            GroupIdNotFoundException.class,
            UseOfGroup.action(group, PipelineKeys.JOB_TRANSACTION_PREFIX))
        .map(ConsumerGroupDescription::members)
        .stream()
        .flatMap(members -> members.stream())
        .map(ClaimHolder::of)
        .filter(holder -> own.isEmpty() || !holder.job().equals(own.get()));
  }

  /** Kafka lists the groups that the user may look at; claims in others are not seen. */
  private List<ClaimHolder> rivals(WrittenPortfolios writes) {
    return session.get(session.admin().listGroups().valid(), "list the consumer groups").stream()
        .map(GroupListing::groupId)
        .filter(JobIdentity::isClaimGroup)
        .filter(group -> !group.equals(identity.claimGroup()))
        .sorted()
        .flatMap(this::others)
        .filter(holder -> holder.writes().filter(writes::meets).isPresent())
        .toList();
  }

  private BrokerException inUse(List<ClaimHolder> others) {
    return new BrokerException(
        ("the identity %s (job.transaction-prefix, else job.name) is in use by %s, consumer group %s;"
                + " to take over stop that job first, with a savepoint if this one is to go on from"
                + " it, or give this one another job.name and topics of its own")
            .formatted(identity.transactionPrefix(), words(others), identity.claimGroup()),
        null);
  }

  private static BrokerException written(WrittenPortfolios writes, List<ClaimHolder> rivals) {
    return new BrokerException(
        ("%s writes to the topic %s for a portfolio of this job (%s); stop that job, or give this"
                + " one another topic (topics.weights and its other outputs) or other portfolios")
            .formatted(
                words(rivals),
                writes.topic(),
                rivals.get(0).writes().map(WrittenPortfolios::toString).orElse("")),
        null);
  }

  private static String words(List<ClaimHolder> holders) {
    return holders.stream().map(ClaimHolder::toString).collect(Collectors.joining(", "));
  }
}
