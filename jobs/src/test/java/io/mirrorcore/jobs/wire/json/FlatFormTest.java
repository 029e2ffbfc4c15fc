package io.mirrorcore.jobs.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FlatFormTest {

  /** A part that refuses something. */
  public record Price(double bid, double ask) {
    public Price {
      if (bid > ask) {
        throw new IllegalArgumentException("bid must be at most ask; have " + bid);
      }
    }
  }

  /** What has parts. */
  public record Offer(String symbol, Price price, List<String> notes) {}

  private static final FlatForm<Offer> FORM =
      new FlatForm<>(Offer.class, "price.ask", "symbol", "notes", "price.bid as least");

  private static JsonMapper mapper() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Offer.class, new FlatWriter<>(FORM));
    module.addDeserializer(Offer.class, new FlatReader<>(FORM));
    return JsonMapper.builder().addModule(module).build();
  }

  @Test
  void writesTheFieldsInTheOrderOfTheLinesAndLeavesNullsOut() throws JsonProcessingException {
    Offer offer = new Offer("A", new Price(1, 2), List.of("x"));

    assertThat(mapper().writeValueAsString(offer))
        .isEqualTo("{\"ask\":2.0,\"symbol\":\"A\",\"notes\":[\"x\"],\"least\":1.0}");
    assertThat(mapper().writeValueAsString(new Offer("A", null, null)))
        .isEqualTo("{\"symbol\":\"A\"}");
    assertThat(mapper().readValue(mapper().writeValueAsString(offer), Offer.class))
        .isEqualTo(offer);
  }

  /** Each copy of a mapper resolves the shared reader and writer anew, when it is first used. */
  @Test
  void severalThreadsMayBeginAtOnce() throws Exception {
    JsonMapper shared = mapper();
    Offer offer = new Offer("A", new Price(1, 2), List.of("x"));
    String json = shared.writeValueAsString(offer);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Offer>> beginnings =
          Collections.nCopies(
              5_000,
              () -> {
                JsonMapper own = shared.copy();
                assertThat(own.writeValueAsString(offer)).isEqualTo(json);
                return own.readValue(json, Offer.class);
              });
      for (Future<Offer> read : threads.invokeAll(beginnings)) {
        assertThat(read.get()).isEqualTo(offer);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatThePartsRefuseIsAnErrorOfTheJson() {
    assertThatThrownBy(() -> mapper().readValue("{\"least\":3,\"ask\":2}", Offer.class))
        .isInstanceOf(ValueInstantiationException.class)
        .hasMessageContaining("bid must be at most ask; have 3.0");
    assertThatThrownBy(() -> mapper().readValue("[1]", Offer.class))
        .isInstanceOf(MismatchedInputException.class);
  }

  @Test
  void aComponentWithoutALineIsFoundWhenTheFormIsMade() {
    assertThatThrownBy(() -> new FlatForm<>(Offer.class, "symbol", "notes", "price.bid"))
        .hasMessage("price.ask must have a line in the form");
    assertThatThrownBy(() -> new FlatForm<>(Price.class, "bid", "ask", "bid as least"))
        .hasMessage("bid must have one line; has two");
    assertThatThrownBy(() -> new FlatForm<>(Price.class, "bid", "ask", "mid"))
        .hasMessage("Price must have a component mid");
    assertThatThrownBy(() -> new FlatForm<>(Price.class, "bid.x", "ask"))
        .hasMessage("double must have a component x");
  }
}
