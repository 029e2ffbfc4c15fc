package io.mirrorcore.jobs.operator.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.LeadLagRecord;
import io.mirrorcore.strategy.LeadLag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadNetworkTest {

  private static final Set<String> ALL = Set.of("A", "B", "ES");
  private static final LeadLag TO_A = new LeadLag("ES", "A", 1, 0.01, 0.5);
  private static final LeadLag TO_B = new LeadLag("ES", "B", 2, 0.02, -0.5);

  private final LeadNetwork network = new LeadNetwork();
  private long time;

  private List<String> at(Set<String> present, LeadLag... found) {
    return network
        .changes(new LeadNetwork.Occasion("main", ++time, "X"), List.of(found), present)
        .stream()
        .map(one -> one.state() + " " + one.leader() + " " + one.follower())
        .toList();
  }

  @Test
  void tellsOnlyWhatChanges() {
    assertThat(at(ALL, TO_B, TO_A)).containsExactly("BEGINS ES A", "BEGINS ES B");
    assertThat(at(ALL, TO_A, TO_B)).isEmpty();
    assertThat(at(ALL, TO_B)).containsExactly("ENDS ES A");
    assertThat(at(ALL, TO_A)).containsExactly("BEGINS ES A", "ENDS ES B");
    assertThat(at(ALL)).containsExactly("ENDS ES A");
    assertThat(network.isEmpty()).isTrue();
  }

  @Test
  void aLinkHasItsNumbersWhereItBegins() {
    LeadLagRecord begins =
        network.changes(new LeadNetwork.Occasion("main", 7, "X"), List.of(TO_B), ALL).get(0);
    assertThat(begins)
        .isEqualTo(
            new LeadLagRecord(
                "main", 7, "X", "ES", "B", LeadLagRecord.State.BEGINS, 2, 0.02, -0.5));
  }

  @Test
  void aSymbolWithoutABarEndsNothingForAWhile() {
    at(ALL, TO_A);
    for (int i = 1; i < LeadNetwork.UNSEEN; i++) {
      assertThat(at(Set.of("ES", "B"))).isEmpty();
    }
    assertThat(at(Set.of("ES", "B"))).containsExactly("ENDS ES A");
    at(ALL, TO_A);
    assertThat(at(Set.of("B"))).isEmpty();
    assertThat(at(ALL, TO_A)).as("it was there all the time").isEmpty();
  }

  @Test
  void goesOnFromItsState() throws IOException {
    at(ALL, TO_A, TO_B);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(new DataOutputStream(bytes));
    LeadNetwork restored = new LeadNetwork();
    restored.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    var occasion = new LeadNetwork.Occasion("main", 9, "X");
    assertThat(restored.changes(occasion, List.of(TO_A), ALL))
        .isEqualTo(network.changes(occasion, List.of(TO_A), ALL))
        .hasSize(1);
  }
}
