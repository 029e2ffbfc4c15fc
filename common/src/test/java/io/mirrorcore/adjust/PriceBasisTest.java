package io.mirrorcore.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.adjust.PriceBasis.Outcome;
import io.mirrorcore.market.Bar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PriceBasisTest {

  private static final LocalDate DAY = LocalDate.of(2020, 8, 31);

  private final PriceBasis basis = new PriceBasis();

  private static Bar bar(long time, double close) {
    return new Bar("AAPL", time, close, close, close, close, 100);
  }

  private static Adjustment split(double ratio) {
    return new Adjustment("AAPL", DAY, ratio, 0);
  }

  private static Adjustment dividend(double cash) {
    return new Adjustment("AAPL", DAY, 1, cash);
  }

  @Test
  void pricesGoOnAsIfThereHadBeenNoSplit() {
    assertThat(basis.next(bar(10, 500))).isEqualTo(bar(10, 500));
    assertThat(basis.offer(split(4), 15, 20)).isEqualTo(Outcome.APPLIED);
    Bar next = basis.next(bar(20, 126));
    assertThat(next.close()).isEqualTo(504);
    assertThat(next.volume()).isEqualTo(25);
  }

  @Test
  void aDividendIsAPartOfTheReturn() {
    basis.next(bar(10, 100));
    basis.offer(dividend(2), 15, 20);
    double after = basis.next(bar(20, 98)).close();
    assertThat(after).as("the price fell by the dividend alone").isCloseTo(100, within(1e-12));
    assertThat(basis.next(bar(30, 98)).volume()).as("no new shares").isEqualTo(100);
  }

  @Test
  void aDividendBesideASplitIsOfTheSharesBefore() {
    basis.next(bar(10, 100));
    assertThat(basis.offer(split(2), 15, 20)).isEqualTo(Outcome.APPLIED);
    assertThat(basis.offer(dividend(4), 15, 20)).isEqualTo(Outcome.APPLIED);
    assertThat(basis.next(bar(20, 48)).close()).isCloseTo(100, within(1e-12));
  }

  @Test
  void aDividendOnALaterDayWithoutABarBetweenIsOfTheNewShares() {
    basis.next(bar(10, 100));
    basis.offer(split(2), 15, 20);
    basis.offer(dividend(5), 17, 20);
    assertThat(basis.next(bar(20, 45)).close()).isCloseTo(100, within(1e-12));
  }

  @Test
  void saysWhatBecomesOfEach() {
    assertThat(basis.offer(split(2), 5, 10)).isEqualTo(Outcome.BEFORE_FIRST);
    basis.next(bar(10, 100));
    assertThat(basis.offer(split(2), 20, 20))
        .as("closes with the day before")
        .isEqualTo(Outcome.WAITING);
    assertThat(basis.offer(split(2), 9, 20)).isEqualTo(Outcome.LATE);
    assertThat(basis.offer(split(2), 10, 20)).isEqualTo(Outcome.APPLIED);
    assertThat(basis.offer(split(2), 10, 20)).isEqualTo(Outcome.DUPLICATE);
    assertThat(basis.offer(dividend(100), 10, 20)).isEqualTo(Outcome.IMPOSSIBLE);
    assertThat(basis.offer(dividend(99), 10, 20)).isEqualTo(Outcome.APPLIED);
    assertThat(basis.offer(dividend(99), 10, 20)).isEqualTo(Outcome.DUPLICATE);
    basis.next(bar(20, 1));
    assertThat(basis.offer(split(2), 10, 30)).as("known, though late").isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void goesOnFromWhatWasSaved() throws IOException {
    basis.next(bar(10, 100));
    basis.offer(split(3), 15, 30);
    basis.offer(dividend(7), 17, 30);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    basis.save(new DataOutputStream(bytes));
    PriceBasis restored = new PriceBasis();
    restored.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(restored.offer(split(3), 15, 30)).isEqualTo(Outcome.DUPLICATE);
    for (PriceBasis one : new PriceBasis[] {basis, restored}) {
      assertThat(one.offer(dividend(1), 18, 30)).isEqualTo(Outcome.APPLIED);
    }
    assertThat(restored.next(bar(30, 31))).isEqualTo(basis.next(bar(30, 31)));
  }
}
