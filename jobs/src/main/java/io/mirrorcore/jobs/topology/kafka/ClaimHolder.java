package io.mirrorcore.jobs.topology.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.MemberDescription;

/**
 * Who holds a claim.
 *
 * @param job id by which Flink knows the job
 * @param host on which the claim is held
 * @param writes what that job writes; empty for one that does not say
 */
public record ClaimHolder(String job, String host, Optional<WrittenPortfolios> writes) {

  /** After this silence of a job its claim is over. */
  public static final Duration SESSION = Duration.ofSeconds(15);

  private static final Pattern CLIENT_ID = Pattern.compile("job (\\S*) on (\\S*)(?: writes (.*))?");

  /** The client id under which such a holder joins. */
  static String clientId(String job, String host, WrittenPortfolios writes) {
    return who(job, host) + " writes " + writes;
  }

  private static String who(String job, String host) {
    return "job " + job + " on " + host;
  }

  /** Of a member of the claim's group; one that is not ours is told by what Kafka knows of it. */
  public static ClaimHolder of(MemberDescription member) {
    Matcher ours = CLIENT_ID.matcher(member.clientId());
    return ours.matches()
        ? new ClaimHolder(
            ours.group(1),
            ours.group(2),
            Optional.ofNullable(ours.group(3)).flatMap(WrittenPortfolios::read))
        : new ClaimHolder(
            member.clientId(), member.host().replaceFirst("^/", ""), Optional.empty());
  }

  @Override
  public String toString() {
    return who(job, host);
  }
}
