package io.mirrorcore.failure;

import java.util.List;

/**
 * An exception that the person who runs the program can do something about, and so is shown in
 * words and without a stack trace. An interface, because some of them are failures of input and
 * output and must be caught as such.
 */
public interface UserError {

  /** What {@link Throwable#getMessage} says: all sentences, with line breaks between several. */
  String getMessage();

  /** One sentence for each thing that is wrong: where, and what to do about it; at least one. */
  default List<String> sentences() {
    return List.of(getMessage());
  }
}
