package io.mirrorcore.jobs.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** One conversation with a cluster's administration, whose errors are {@link BrokerException}s. */
final class AdminSession implements AutoCloseable {

  /** How long a broker may be silent before it counts as unreachable, in milliseconds. */
  static final int PATIENCE_MS = 10_000;

  private static final String API_TIMEOUT = CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG;
  private static final String REQUEST_TIMEOUT = CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG;

  private final Admin admin;
  private final String servers;
  private final long patienceMs;

  private AdminSession(Admin admin, String servers, long patienceMs) {
    this.admin = admin;
    this.servers = servers;
    this.patienceMs = patienceMs;
  }

  static AdminSession open(Map<String, Object> clientProps) {
    Map<String, Object> props = new HashMap<>(clientProps);
    props.putIfAbsent(API_TIMEOUT, PATIENCE_MS);
    props.putIfAbsent(REQUEST_TIMEOUT, props.get(API_TIMEOUT));
    String servers =
        String.valueOf(props.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG))
            .replaceAll("[\\[\\]\\s]", "");
    try {
      long patienceMs = Long.parseLong(String.valueOf(props.get(API_TIMEOUT)).strip());
      return new AdminSession(Admin.create(props), servers, patienceMs);
    } catch (KafkaException | NumberFormatException e) {
      throw new BrokerException(
          "The Kafka client settings cannot be used: " + BrokerException.innermost(e), e);
    }
  }

  Admin admin() {
    return admin;
  }

  /** The result, or a sentence about why it was not possible to {@code action}. */
  <T> T get(KafkaFuture<T> future, String action) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw explained(e.getCause(), action);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("Interrupted while trying to " + action, e);
    }
  }

  /** The same, except that an error of the kind {@code expected} is an empty result. */
  <T> Optional<T> get(
      KafkaFuture<T> future, Class<? extends ApiException> expected, String action) {
    try {
      return Optional.of(get(future, action));
    } catch (BrokerException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  BrokerException explained(Throwable error, String action) {
    return new BrokerException(sentence(error, action), error);
  }

  private String sentence(Throwable error, String action) {
    String why = BrokerException.innermost(error);
    if (error instanceof AuthenticationException) {
      return "The Kafka broker at " + servers + " refused the credentials: " + why;
    }
    if (error instanceof AuthorizationException) {
      return "The Kafka broker at " + servers + " does not allow this user to " + action;
    }
    if (error instanceof TimeoutException) {
      return "No Kafka broker answered at " + servers + " within " + seconds() + " seconds";
    }
    if (error instanceof UnknownTopicOrPartitionException) {
      return "Kafka at " + servers + " has no such topic: could not " + action;
    }
    if (error instanceof ConfigException) {
      return "The Kafka client settings cannot be used: " + why;
    }
    return "The Kafka broker at " + servers + " could not " + action + ": " + why;
  }

  private String seconds() {
    return patienceMs % 1000 == 0 ? Long.toString(patienceMs / 1000) : "" + patienceMs / 1000.0;
  }

  String servers() {
    return servers;
  }

  @Override
  public void close() {
    admin.close();
  }
}
