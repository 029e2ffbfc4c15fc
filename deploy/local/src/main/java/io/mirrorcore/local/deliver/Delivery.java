package io.mirrorcore.local.deliver;

import io.mirrorcore.portfolio.record.Alert;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands alerts on in their order. One is done when it has arrived, when it is none that is wanted,
 * or, where the dead are to be skipped, when it was tried in vain. So none is lost: an end between
 * arrival and commit makes the receiver hear of it twice, with one id.
 *
 * @param receiver where they go
 * @param attempts how often each is tried
 * @param level the least that is wanted
 * @param skipsDead whether to go on after one that was tried in vain
 * @param notice told what happens, sentence by sentence
 */
public record Delivery(
    Receiver receiver,
    Attempts attempts,
    Alert.Level level,
    boolean skipsDead,
    Consumer<String> notice) {

  /** What to do after a record. */
  public enum Verdict {
    /** It arrived: commit, and count it. */
    DELIVERED,
    /** Nobody wants it: commit. */
    PASSED,
    /** It was not delivered: commit nothing, and end. */
    STOP
  }

  /** Hands one record on. */
  public Verdict deliver(ConsumerRecord<byte[], byte[]> record, Attempts.Pause pause)
      throws InterruptedException {
    Optional<Notice> found = record.value() == null ? Optional.empty() : Notice.of(record.value());
    if (found.isEmpty()) {
      notice.accept(
          "passed over what is no alert: partition %d, offset %d"
              .formatted(record.partition(), record.offset()));
      return Verdict.PASSED;
    }
    if (found.get().alert().level().compareTo(level) < 0) {
      return Verdict.PASSED;
    }
    return deliver(found.get(), pause);
  }

  private Verdict deliver(Notice alert, Attempts.Pause pause) throws InterruptedException {
    Attempts.Result result = attempts.deliver(receiver, alert, pause);
    return switch (result.outcome()) {
      case ARRIVED -> Verdict.DELIVERED;
      case INTERRUPTED -> Verdict.STOP;
      case DEAD -> {
        notice.accept(
            "%s did not arrive at %s after %d attempts: %s; %s"
                .formatted(
                    alert,
                    receiver.name(),
                    attempts.most(),
                    result.reason(),
                    skipsDead ? "passed over: " + alert.body() : "the next start begins with it"));
        yield skipsDead ? Verdict.PASSED : Verdict.STOP;
      }
    };
  }
}
