package io.mirrorcore.local.redrive;

import static io.mirrorcore.local.redrive.Letters.bytes;
import static io.mirrorcore.local.redrive.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectedLettersTest {

  private static final long NOON = 1_767_268_800_000L;
  private static final Instant AT_NOON = Instant.ofEpochMilli(NOON);

  private static final DeadLetter BAD = letter("prices", 1, RejectReason.MALFORMED, "x");
  private static final DeadLetter LATE = letter("prices", 2, RejectReason.LATE, Letters.BAR);
  private static final DeadLetter TICK = letter("ticks", 1, RejectReason.MALFORMED, "x");

  private static CollectedLetters of(LetterFilter filter, DeadLetter... letters) {
    List<byte[]> values = Arrays.stream(letters).map(Json::encode).toList();
    return CollectedLetters.of(filter, values, NOON);
  }

  private static List<String> places(LetterFilter filter) {
    return of(filter, BAD, LATE, TICK).letters().stream()
        .map(letter -> letter.topic() + letter.offset())
        .toList();
  }

  private static LetterFilter filter(
      Set<RejectReason> reasons, Set<String> topics, Instant since, Instant until, long limit) {
    return new LetterFilter(reasons, topics, since, until, limit);
  }

  @Test
  void areChosenByReasonTopicTimeAndNumber() {
    Instant ever = Instant.MIN;
    Instant never = Instant.MAX;
    Set<RejectReason> late = Set.of(RejectReason.LATE);
    assertThat(places(LetterFilter.ALL)).containsExactly("prices1", "prices2", "ticks1");
    assertThat(places(filter(late, Set.of(), ever, never, 9))).containsExactly("prices2");
    assertThat(places(filter(Set.of(), Set.of("ticks"), ever, never, 9))).containsExactly("ticks1");
    assertThat(places(filter(late, Set.of("ticks"), ever, never, 9))).isEmpty();
    assertThat(places(filter(Set.of(), Set.of(), AT_NOON, never, 2))).hasSize(2);
    assertThat(places(filter(Set.of(), Set.of(), AT_NOON.plusMillis(1), never, 9))).isEmpty();
    assertThat(places(filter(Set.of(), Set.of(), ever, AT_NOON, 9))).isEmpty();
  }

  @Test
  void aSecondLetterAboutTheSameRecordIsLeftOutAndAnotherRecordIsNot() {
    DeadLetter again = letter("prices", 1, RejectReason.MALFORMED, "x");
    DeadLetter other = letter("prices", 3, RejectReason.MALFORMED, "x");
    DeadLetter afterTheTopicWasMadeAnew = letter("prices", 1, RejectReason.MALFORMED, "y");

    CollectedLetters found = of(LetterFilter.ALL, BAD, again, other, afterTheTopicWasMadeAnew);

    assertThat(found.letters()).extracting(DeadLetter::offset).containsExactly(1L, 3L, 1L);
    assertThat(found.copies()).isEqualTo(1);
  }

  @Test
  void whatIsNoDeadLetterIsCountedAndPassedOver() {
    List<byte[]> values =
        Arrays.asList(bytes("junk"), null, bytes("{}"), bytes("null"), Json.encode(BAD));

    CollectedLetters found = CollectedLetters.of(LetterFilter.ALL, values, NOON);

    assertThat(found.letters()).hasSize(1);
    assertThat(found.unreadable()).isEqualTo(4);
  }

  @Test
  void anImpossibleChoiceIsRefused() {
    assertThatThrownBy(() -> filter(Set.of(), Set.of(), AT_NOON, AT_NOON, 1))
        .hasMessageStartingWith("since must be before until");
    assertThatThrownBy(() -> filter(Set.of(), Set.of(), Instant.MIN, Instant.MAX, 0))
        .hasMessage("limit must be at least 1; have 0");
  }
}
