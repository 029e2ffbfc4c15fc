package io.mirrorcore.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {

  private static final String PREFIX = "work-";

  @TempDir private Path parent;

  /** What a killed owner leaves: its lock is gone with it. */
  private Path left(String name) throws IOException {
    Path left = Files.createDirectory(parent.resolve(name));
    Files.createFile(left.resolve(".owner"));
    Files.writeString(Files.createDirectory(left.resolve("below")).resolve("file"), "x");
    return left;
  }

  @Test
  void isGoneWithAllThatIsInItWhenItIsClosed() throws IOException {
    try (WorkDirectory work = WorkDirectory.in(parent, PREFIX)) {
      assertThat(work.path().getFileName().toString())
          .startsWith(PREFIX + ProcessHandle.current().pid() + "-");
      Files.writeString(Files.createDirectory(work.path().resolve("below")).resolve("file"), "x");
      Files.createSymbolicLink(work.path().resolve("link"), parent);
    }

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void collectsWhatADeadOwnerHasLeft() throws IOException {
    Path left = left(PREFIX + "1-23");

    try (WorkDirectory work = WorkDirectory.in(parent, PREFIX)) {
      assertThat(left).doesNotExist();
      assertThat(work.path()).exists();
    }
  }

  @Test
  void leavesWhatIsInUseInThisProgramAndInOthers() throws Exception {
    try (WorkDirectory first = WorkDirectory.in(parent, PREFIX);
        Locked other = Locked.by(left(PREFIX + "1-23"))) {
      WorkDirectory.in(parent, PREFIX).close();
      WorkDirectory.in(parent, PREFIX).close();

      assertThat(first.path()).exists();
      assertThat(other.directory()).exists();
    }

    WorkDirectory.in(parent, PREFIX).close();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void leavesWhatItHasNotMade() throws IOException {
    Path users = Files.createDirectory(parent.resolve(PREFIX + "of-the-user"));
    Path elsewhere = left("elsewhere");
    Path link = Files.createSymbolicLink(parent.resolve(PREFIX + "link"), elsewhere);

    WorkDirectory.in(parent, PREFIX).close();

    assertThat(users).exists();
    assertThat(elsewhere.resolve("below/file")).exists();
    assertThat(link).isSymbolicLink();
  }

  /** Another program that holds a directory, as this class would. */
  private record Locked(Path directory, Process process) implements AutoCloseable {

    static Locked by(Path directory) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Holder.class.getName(),
                  directory.resolve(".owner").toString())
              .redirectErrorStream(true)
              .start();
      assertThat(process.inputReader().readLine()).isEqualTo("held");
      return new Locked(directory, process);
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  /** The program that holds it until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (FileClaim claim = FileClaim.take(Path.of(arguments[0])).orElseThrow()) {
        System.out.println(claim.channel().isOpen() ? "held" : "lost");
        System.out.flush();
        Thread.currentThread().join();
      }
    }
  }
}
