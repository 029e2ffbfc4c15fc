package io.mirrorcore.jobs.wire.format;

import io.mirrorcore.jobs.wire.reject.Rejection;
import java.io.Serializable;
import org.apache.avro.Schema;

/**
 * The schemas of writers by what stands before a value: a registry, in practice. Not for several
 * threads.
 *
 * <p>Every question may throw a {@link RegistryException}, where there is no answer.
 */
public interface SchemaBook {

  /**
   * The schema of an id.
   *
   * @throws Rejection where the registry says that there is none
   */
  Schema byId(int id) throws Rejection;

  /**
   * The schema of a GUID.
   *
   * @param guid 32 hex digits with dashes, as RFC 9562 writes it
   * @throws Rejection where the registry says that there is none
   */
  Schema byGuid(String guid) throws Rejection;

  /** The id of a schema under a subject, where it is registered if it is not yet. */
  int idOf(String subject, Schema schema);

  /** Throws unless it answers. */
  void require();

  /** Opens one where it is used. */
  interface Opener extends Serializable {
    SchemaBook open();
  }
}
