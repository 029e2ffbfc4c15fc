package io.mirrorcore.bench.child;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * A flight recording of what is measured and of nothing else, where the property {@value #FILE}
 * says where to keep it. It costs about two percent, of the one round that has it.
 */
public final class Samples implements AutoCloseable {

  /** System property: the file. */
  public static final String FILE = "mirrorcore.bench.recording";

  private final Recording recording; // null where nobody wants one

  private Samples(Recording recording) {
    this.recording = recording;
  }

  static Samples begin() throws IOException {
    if (System.getProperty(FILE) == null) {
      return new Samples(null);
    }
    try {
      Recording recording = new Recording(Configuration.getConfiguration("profile"));
      recording.start();
      return new Samples(recording);
    } catch (ParseException e) {
      throw new IllegalStateException("the JDK's own settings of a recording are unreadable", e);
    }
  }

  /** Writes down what there is until now. */
  void keep() throws IOException {
    if (recording != null) {
      recording.stop();
      recording.dump(Path.of(System.getProperty(FILE)));
    }
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
