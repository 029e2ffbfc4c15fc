package io.mirrorcore.local.paper;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.feed.OutputTail;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what a run of paper trading publishes, from the moment on at which this is opened. */
public final class PaperTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaPlan kafka;
  private final OutputTail tail;

  /** Of topics that exist. */
  public PaperTail(KafkaPlan kafka) {
    this.kafka = kafka;
    List<String> topics =
        List.of(kafka.topic(Topic.ACCOUNT), kafka.topic(Topic.ORDERS), kafka.topic(Topic.FILLS));
    tail = new OutputTail(kafka, topics, false);
  }

  /** All that is committed by now. */
  public PaperSummary read() {
    PaperSummary summary = new PaperSummary();
    while (!tail.isAtEnd()) {
      for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
        add(record, summary);
      }
    }
    return summary;
  }

  private void add(ConsumerRecord<byte[], byte[]> record, PaperSummary summary) {
    if (record.topic().equals(kafka.topic(Topic.ACCOUNT))) {
      summary.add(Json.decode(record.value(), PaperAccount.class));
    } else if (record.topic().equals(kafka.topic(Topic.ORDERS))) {
      summary.add(Json.decode(record.value(), PaperOrder.class));
    } else {
      summary.add(Json.decode(record.value(), PaperFill.class));
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
