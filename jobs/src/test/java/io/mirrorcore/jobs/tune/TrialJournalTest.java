package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialJournalTest {

  @TempDir private Path directory;
  private TrialJournal journal;

  @BeforeEach
  void open() {
    journal = new TrialJournal(directory, "data and settings");
  }

  private static TrialPoint point(int number) {
    return new TrialPoint(number, 10.0 * number, 0.05);
  }

  private static TrialResult result(int number) {
    double third = 1.0 / 3 + number;
    return new TrialResult(
        number, 10.0 * number, 0.05, -third, third, 0.1, 0.2, new double[] {third, -0.0, 1e-300});
  }

  private void write(int... numbers) throws IOException {
    for (int number : numbers) {
      journal.write(result(number));
    }
  }

  @Test
  void givesBackEveryBitOfWhatWasWritten() throws IOException {
    write(3);
    TrialResult read = journal.read(point(3)).orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(result(3));
    assertThat(directory).isDirectoryContaining("glob:**/003.json");
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void knowsNothingOfTrialsThatWereNotMade() throws IOException {
    write(1);
    assertThat(journal.read(point(2))).isEmpty();
    assertThat(journal.read(new TrialPoint(1, 10, 0.06))).as("another eta").isEmpty();
    assertThat(journal.count()).isEqualTo(1);
  }

  @Test
  void doesNotTakeTrialsOfOtherDataOrSettings() throws IOException {
    write(1);
    assertThat(new TrialJournal(directory, "other").read(point(1))).isEmpty();
  }

  @Test
  void doesNotTakeWhatIsDamagedOrUnfinished() throws IOException {
    write(1, 2);
    byte[] whole = Files.readAllBytes(directory.resolve("001.json"));
    Files.write(directory.resolve("001.json"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(directory.resolve("002.json"), "{}");
    Files.write(directory.resolve(".003.json.part"), whole);
    assertThat(journal.read(point(1))).isEmpty();
    assertThat(journal.read(point(2))).isEmpty();
    assertThat(journal.count()).isEqualTo(2);
    assertThat(journal.forgetOthers(List.of(), 9)).isEqualTo(2);
    assertThat(journal.count()).isZero();
  }

  @Test
  void forgetsWhatThisSearchDoesNotAskFor() throws IOException {
    write(1, 2, 3, 4, 5);
    new TrialJournal(directory, "other").write(result(3));
    List<TrialPoint> asked = List.of(point(1), new TrialPoint(2, 99, 0.05));
    assertThat(journal.forgetOthers(asked, 4)).isEqualTo(3);
    assertThat(journal.read(point(1))).isPresent();
    assertThat(journal.read(point(4))).as("may still be asked for").isPresent();
    assertThat(journal.count()).isEqualTo(2);
  }
}
