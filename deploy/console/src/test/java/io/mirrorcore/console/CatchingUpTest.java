package io.mirrorcore.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.console.state.Copy;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.Alert;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A reader that comes and goes ends up with what a new one is given. */
class CatchingUpTest {

  private static final int EVENTS = 1_000;
  private static final int RECONNECTS = 5;

  @Test
  void snapshotAndDeltasAreAFreshSnapshotAfterThousandEventsAndFiveReconnects() throws Exception {
    try (CannedConsole console = CannedConsole.start().play(60).loaded()) {
      Copy copy = new Copy(snapshot(console));
      Random random = new Random(5);
      for (int part = 0; part < RECONNECTS; part++) {
        EventReader reader = EventReader.open(console.address(), copy.seq());
        for (int i = 0; i < EVENTS / RECONNECTS; i++) {
          happens(console, random);
        }
        follow(copy, reader, copy.seq() + 1);
        reader.close();
        happens(console, random); // while it is away
      }
      EventReader reader = EventReader.open(console.address(), copy.seq());
      byte[] fresh = snapshot(console);
      follow(copy, reader, new Copy(fresh).seq());
      while (copy.seq() != new Copy(fresh).seq()) {
        fresh = snapshot(console); // the clock has gone on meanwhile
        follow(copy, reader, new Copy(fresh).seq());
      }

      assertThat(copy.bytes()).asString(UTF_8).isEqualTo(new String(fresh, UTF_8));
      reader.close();
    }
  }

  private static void happens(CannedConsole console, Random random) {
    switch (random.nextInt(20)) {
      case 0 -> console.play(1);
      case 1 -> console.alert("KEY" + random.nextInt(3), Alert.State.FIRING);
      case 2 -> console.alert("KEY" + random.nextInt(3), Alert.State.RESOLVED);
      case 3 -> console.letter(RejectReason.DUPLICATE, random.nextInt(1000));
      default ->
          console.signal(
              CannedMarket.STRATEGIES.get(random.nextInt(CannedMarket.STRATEGIES.size())),
              "SYM" + random.nextInt(30),
              random.nextInt(3) - 1);
    }
  }

  /** Until the copy has come to {@code seq}, or just beyond it. */
  private static void follow(Copy copy, EventReader reader, long seq) {
    while (copy.seq() < seq) {
      EventReader.Event event = reader.next();
      if (event.event().equals("delta")) {
        copy.apply(event.data());
      } else {
        assertThat(event.event()).isEqualTo("hello");
      }
    }
  }

  private static byte[] snapshot(CannedConsole console) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(console.address().resolve("api/snapshot")).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }
}
