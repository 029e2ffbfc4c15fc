package io.mirrorcore.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An object whose state can be saved and restored to the last bit.
 *
 * <p>An explicit pair of methods, rather than reflection over fields, so that fields stay private
 * and the bytes of a savepoint are a decision and not an accident. A composed object saves its
 * parts in a fixed order; the version of the whole is kept by whoever stores it.
 *
 * <p>Contract: {@code load} into an object built with the same parameters as the saved one gives
 * the same answers to every later event, to the last bit. Capacities that follow from parameters
 * are not written.
 */
public interface Stateful {

  /** Writes all that later answers depend on. */
  void save(DataOutput out) throws IOException;

  /** Replaces what is remembered with what {@link #save} wrote. */
  void load(DataInput in) throws IOException;
}
