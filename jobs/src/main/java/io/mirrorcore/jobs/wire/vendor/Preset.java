package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import java.util.List;

/**
 * The mapping of a vendor under a name.
 *
 * @param name as users give it
 * @param about one line: which file or stream of which vendor
 * @param signs names of columns of which, of one list at least, all are there in such a file
 * @param note what a user should know of the result, or ""
 * @param mapping that it stands for
 */
public record Preset(
    String name, String about, List<List<String>> signs, String note, ColumnMapping mapping) {}
