package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of one kind as a user gives them.
 *
 * @param files one at least; each may hold some of the symbols or some of the time
 * @param mapping of their columns; null where they are in the form of the topics
 * @param note what the user should know of the mapping, or ""
 */
public record VendorInput(List<Path> files, ColumnMapping mapping, String note) {

  public VendorInput {
    files = List.copyOf(files);
  }
}
