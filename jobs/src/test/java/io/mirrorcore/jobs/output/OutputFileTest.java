package io.mirrorcore.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mirrorcore.failure.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  private static void refuses(ThrowingCallable attempt, String... words) {
    assertThatThrownBy(attempt)
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n", "Exception");
  }

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "old\n");
  }

  @Test
  void whatStandsThereStaysUntilTheFileIsComplete() throws IOException {
    Path file = file("out");

    try (OutputFile output = OutputFile.open(file)) {
      output.stream().write(NEW);
      assertThat(file).hasContent("old\n");
      output.complete();
    }

    assertThat(file).hasContent("new\n");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void nothingIsLeftOfAFileThatIsNotCompleted() throws IOException {
    Path file = file("out");

    try (OutputFile output = OutputFile.open(file)) {
      output.stream().write(NEW);
    }

    assertThat(file).hasContent("old\n");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aPartThatAKilledProgramHasLeftIsTakenOver() throws IOException {
    Files.writeString(directory.resolve("out.part"), "much more than this program will write");

    OutputFile.write(directory.resolve("out"), NEW);

    assertThat(directory.resolve("out")).hasContent("new\n");
    assertThat(directory.resolve("out.part")).doesNotExist();
  }

  @Test
  void twoCannotWriteOneFile() throws IOException {
    Path file = directory.resolve("out");

    try (OutputFile first = OutputFile.open(file)) {
      first.stream().write(NEW);
      refuses(() -> OutputFile.open(file), "out", "another program is writing it");
      first.complete();
    }

    assertThat(file).hasContent("new\n");
    OutputFile.write(file, new byte[0]);
    assertThat(file).isEmptyFile();
  }

  @Test
  void aLinkStaysAndItsTargetIsReplaced() throws IOException {
    Path target = Files.createDirectory(directory.resolve("elsewhere")).resolve("target");
    Files.writeString(target, "old\n");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("elsewhere/target"));
    Path outer = Files.createSymbolicLink(directory.resolve("outer"), link);

    OutputFile.write(outer, NEW);

    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new\n").isRegularFile();
  }

  @Test
  void aLinkMayLeadToAFileThatIsNotThereYet() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));

    OutputFile.write(link, NEW);

    assertThat(directory.resolve("target")).hasContent("new\n");
  }

  @Test
  void linksInACircleAreSaidToBe() throws IOException {
    Path one = Files.createSymbolicLink(directory.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(directory.resolve("two"), Path.of("one"));

    refuses(() -> OutputFile.write(one, NEW), "one", "circle");
  }

  @Test
  void aDirectoryIsNotReplaced() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    refuses(() -> OutputFile.write(empty, NEW), "empty is a directory");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aDirectoryInThePlaceOfThePartIsNotTouched() throws IOException {
    Path part = Files.createDirectory(directory.resolve("out.part"));

    refuses(() -> OutputFile.write(directory.resolve("out"), NEW), "out.part is a directory");
    assertThat(part).isEmptyDirectory();
  }

  @Test
  void aMissingParentAndAFileInItsPlaceAreNamed() throws IOException {
    Path file = file("file");

    refuses(
        () -> OutputFile.write(directory.resolve("none/out"), NEW),
        "there is no directory",
        "none");
    refuses(() -> OutputFile.write(file.resolve("out"), NEW), "file", "is no directory");
  }

  @Test
  void whatMayNotBeWrittenIsNamed() throws IOException {
    Path closed = Files.createDirectory(directory.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    Path file = file("protected");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(closed), "permissions do not bind this user");

    refuses(() -> OutputFile.write(closed.resolve("out"), NEW), "out", "permission denied");
    refuses(() -> OutputFile.write(file, NEW), "protected", "permission denied");
  }

  @Test
  void aNameTooLongIsSaidToBe() {
    refuses(() -> OutputFile.write(directory.resolve("x".repeat(300)), NEW), "name too long");
  }

  @Test
  void aFullDiskIsSaidToBe() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));

    refuses(
        () -> OutputFile.write(full, NEW), "cannot write /dev/full: no space left on the device");
    Path link = Files.createSymbolicLink(directory.resolve("link"), full);
    refuses(() -> OutputFile.write(link, NEW), "link", "no space left on the device");
    assertThat(link).isSymbolicLink();
    assertThat(Path.of("/dev/full.part")).doesNotExist();
  }

  @Test
  void aDeviceIsWrittenStraightInto() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.isWritable(device));

    OutputFile.write(device, NEW);

    assertThat(device).exists();
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aPipeIsWrittenStraightInto() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> bytes(pipe));

    OutputFile.write(pipe, NEW);

    assertThat(read.get()).isEqualTo(NEW);
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(pipe).exists();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anInputIsNotAnOutputUnderWhateverName() throws IOException {
    Path input = file("input");
    Path link = Files.createSymbolicLink(directory.resolve("link"), input);
    Path twin = Files.createLink(directory.resolve("twin"), input);
    Path part = file("out.part");

    for (Path out : List.of(input, link, twin, directory.resolve("./input"))) {
      refuses(() -> OutputPath.ofFile(out, List.of(input)), "read by the same command", "input");
      refuses(() -> OutputPath.ofFile(input, List.of(out)), "read by the same command", "input");
    }
    refuses(() -> OutputPath.ofFile(directory.resolve("out"), List.of(part)), "out.part");
  }

  @Test
  void aDirectoryIsMadeWithItsParentsAndFoundBehindALink() throws IOException {
    Path made = directory.resolve("a/b");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a/b"));

    assertThat(OutputPath.directory(link, List.of("x"), List.of())).isDirectory();
    assertThat(made).isDirectory();
    assertThat(OutputPath.directory(link, List.of("x"), List.of())).isDirectory();
  }

  @Test
  void aFileInThePlaceOfADirectoryIsNamed() throws IOException {
    Path file = file("file");

    refuses(() -> OutputPath.directory(file, List.of(), List.of()), "file is a file");
    refuses(
        () -> OutputPath.directory(file.resolve("below"), List.of(), List.of()),
        "below",
        "is a file");
  }

  @Test
  void aDirectoryMustHavePlaceForItsFilesAndNoInputAmongThem() throws IOException {
    Path input = file("returns.csv");
    Files.createDirectory(directory.resolve("report.html"));

    refuses(
        () -> OutputPath.directory(directory, List.of("report.html"), List.of()),
        "report.html is a directory");
    refuses(
        () -> OutputPath.directory(directory, List.of("returns.csv"), List.of(input)),
        "returns.csv",
        "read by the same command");
  }

  @Test
  void aFinishedFileIsPutBehindALinkToo() throws IOException {
    Path made = file("made");
    Path target = file("target");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);

    Files.write(made, NEW);
    OutputFile.adopt(made, link);

    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new\n");
    assertThat(made).doesNotExist();
  }
}
