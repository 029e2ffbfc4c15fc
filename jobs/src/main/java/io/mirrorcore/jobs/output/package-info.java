/**
 * Files that commands and jobs write where the user said: one rule for all of them. Start with
 * {@link io.mirrorcore.jobs.output.OutputPath}, which says where a file may be written; {@link
 * io.mirrorcore.jobs.output.OutputFile} writes it, and {@link
 * io.mirrorcore.jobs.output.WorkDirectory} is where several are made. What the files hold is not
 * decided here.
 */
package io.mirrorcore.jobs.output;
