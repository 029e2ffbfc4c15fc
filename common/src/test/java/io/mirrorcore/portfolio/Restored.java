package io.mirrorcore.portfolio;

import io.mirrorcore.state.Stateful;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Carries state from one object to another by way of bytes, and checks that all are read. */
public final class Restored {

  private Restored() {}

  public static <T extends Stateful> T from(Stateful saved, T fresh) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      saved.save(new DataOutputStream(bytes));
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      fresh.load(new DataInputStream(in));
      if (in.available() > 0) {
        throw new AssertionError(in.available() + " bytes of state were not read");
      }
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
