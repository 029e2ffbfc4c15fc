package io.mirrorcore.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A round trip of a {@link Stateful} through its saved bytes, in memory, as a savepoint makes it.
 */
public final class Saved {

  private Saved() {}

  public static byte[] bytes(Stateful stateful) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      stateful.save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Loads what {@code from} saves into {@code into}, which must use up every byte. */
  public static <T extends Stateful> T copy(Stateful from, T into) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(from));
    try {
      into.load(new DataInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.available() > 0) {
      throw new AssertionError(bytes.available() + " bytes were saved and not loaded");
    }
    return into;
  }
}
