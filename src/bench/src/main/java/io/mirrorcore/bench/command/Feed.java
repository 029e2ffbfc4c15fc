package io.mirrorcore.bench.command;

import io.mirrorcore.bench.market.BenchMarket;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.csv.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producer of made-up records, keyed by symbol as every input topic is. */
final class Feed implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  Feed(String bootstrapServers, String topic) {
    this.topic = topic;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                "5",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** All records of a case; their size in bytes. */
  long sendAll(BenchCase bench) {
    BenchMarket market =
        bench.ofTicks()
            ? BenchMarket.ofTicks(bench.symbols(), bench.perInterval(), bench.intervalMs())
            : BenchMarket.ofBars(bench.symbols(), bench.intervalMs());
    ValueWriter values =
        new ValueWriter(Settings.defaults().with(bench.settings()).format(bench.topic()));
    long bytes = 0;
    for (int i = 0; i < bench.records(); i++) {
      String symbol = market.symbol();
      byte[] value =
          values.ofJson(bench.ofTicks() ? market.nextTick() : WireJson.bar(market.nextBar()));
      bytes += value.length;
      send(symbol, value);
    }
    flush();
    return bytes;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure
  void send(String symbol, byte[] value) {
    producer.send(
        new ProducerRecord<>(topic, symbol.getBytes(StandardCharsets.UTF_8), value),
        (place, error) -> failure.compareAndSet(null, error));
  }

  /** Waits until the broker has all of them. */
  void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new BenchException("the broker did not take the records: " + failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
