/**
 * The command line that the jobs and the commands of {@code deploy/local} share: options as
 * picocli's mixins, and how a failure is said. Start with {@link
 * io.mirrorcore.jobs.cli.JobProgram}, which runs the main of a job. What options mean is decided
 * elsewhere: they only become settings, inputs and plans here.
 */
package io.mirrorcore.jobs.cli;
