package io.mirrorcore.jobs.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.flink.api.common.time.Deadline;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;

/** One conversation with a cluster's administration, whose errors are {@link BrokerException}s. */
final class AdminSession implements AutoCloseable {

  /** How long a broker may be silent before it counts as unreachable, in milliseconds. */
  static final int PATIENCE_MS = 10_000;

  /** Silence of this many milliseconds is worth a look at what listens there. */
  private static final long GLANCE_MS = 1500;

  /** Beyond its patience Kafka's client answers by itself, unless its thread has died. */
  private static final long GRACE_MS = 5000;

  private static final long BETWEEN_LOOKS_MS = 100;

  private static final String API_TIMEOUT = CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG;
  private static final String REQUEST_TIMEOUT = CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG;

  private final Admin admin;
  private final String servers;
  private final ErrorText text;
  private final long patienceMs;

  private AdminSession(Admin admin, String servers, ErrorText text, long patienceMs) {
    this.admin = admin;
    this.servers = servers;
    this.text = text;
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
      ErrorText text = new ErrorText(props, servers);
      return new AdminSession(Admin.create(props), servers, text, patienceMs);
    } catch (KafkaException | NumberFormatException e) {
      // A cause would be printed with its message on request, and one of them may quote a secret.
      throw new BrokerException(ErrorText.unusable(e), ErrorText.mayQuoteASecret(e) ? null : e);
    }
  }

  Admin admin() {
    return admin;
  }

  /** The result, or a sentence about why it was not possible to {@code action}. */
  <T> T get(KafkaFuture<T> future, String action) {
    try {
      return patiently(future);
    } catch (ExecutionException e) {
      throw explained(e.getCause(), action);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("Interrupted while trying to " + action, e);
    }
  }

  private <T> T patiently(KafkaFuture<T> future) throws ExecutionException, InterruptedException {
    try {
      return future.get(GLANCE_MS, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      String mismatch = text.mismatch(ConnectionProbe.at(servers));
      if (mismatch != null) {
        throw new BrokerException(mismatch, e);
      }
    }
    try {
      return future.get(patienceMs + GRACE_MS, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw silence(e);
    }
  }

  private BrokerException silence(Throwable cause) {
    ConnectionProbe found = ConnectionProbe.at(servers);
    String mismatch = text.mismatch(found);
    return new BrokerException(mismatch == null ? text.silence(found, seconds()) : mismatch, cause);
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
    return error instanceof TimeoutException
        ? silence(error)
        : new BrokerException(text.refusal(error, action), error);
  }

  /** The user is known, and may not do it. */
  BrokerException notAllowed(String action) {
    return new BrokerException(text.notAllowed(action), null);
  }

  Duration patience() {
    return Duration.ofMillis(patienceMs);
  }

  /** Looks now and then, at least once, until nothing is left: what is left after the patience. */
  <T> List<T> untilEmpty(Duration patience, Supplier<List<T>> look) {
    Deadline deadline = Deadline.fromNow(patience);
    List<T> left = look.get();
    while (!left.isEmpty() && !deadline.isOverdue()) {
      pause();
      left = look.get();
    }
    return left;
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("Interrupted while waiting for " + servers, e);
    }
  }

  /** The patience as people read it. */
  String seconds() {
    return patienceMs % 1000 == 0 ? Long.toString(patienceMs / 1000) : "" + patienceMs / 1000.0;
  }

  String servers() {
    return servers;
  }

  /** At once: what has not been answered is of no interest any more. */
  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
