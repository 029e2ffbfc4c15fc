package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;

/**
 * Who a job is before Kafka. Two jobs with one identity would end each other's transactions, and
 * what the first had written and not yet committed would be lost: so no two may run at once.
 *
 * @param groupId consumer group that offsets are committed under
 * @param transactionPrefix of transactional ids
 */
public record JobIdentity(String groupId, String transactionPrefix) {

  private static final String OF_CLAIM = "-claim";
  private static final String OF_ENSEMBLE = "-ensemble";
  private static final String OF_PAPER = "-paper";

  /** As the configuration says, or named as the job is. */
  public static JobIdentity of(Settings settings, Role job) {
    String name = settings.get(PipelineKeys.JOB_NAME) + suffix(job);
    // Paper trading runs beside the pipeline, under one configuration: what is set is the other's.
    String behind = job == Role.PAPER ? OF_PAPER : "";
    return new JobIdentity(
        settings.find(PipelineKeys.JOB_GROUP_ID).map(id -> id + behind).orElse(name),
        settings.find(PipelineKeys.JOB_TRANSACTION_PREFIX).map(id -> id + behind).orElse(name));
  }

  private static String suffix(Role job) {
    return switch (job) {
      case ENSEMBLE -> OF_ENSEMBLE;
      case PAPER -> OF_PAPER;
      default -> "";
    };
  }

  /**
   * Consumer group whose one member is the job that runs under this identity. Its own source cannot
   * tell: it assigns partitions to itself, so its group has no members.
   */
  public String claimGroup() {
    return transactionPrefix + OF_CLAIM;
  }

  /** Whether a group may be the {@link #claimGroup} of some job. */
  public static boolean isClaimGroup(String group) {
    return group.endsWith(OF_CLAIM);
  }
}
