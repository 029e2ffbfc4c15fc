/**
 * One YAML file configures everything: each option is one typed constant ({@link
 * io.mirrorcore.jobs.config.key.ConfigKeys}), and {@link
 * io.mirrorcore.jobs.config.settings.Settings} is what a file says, checked as a whole before
 * anything starts. Start with {@code Settings}. What an option means for a job is decided where it
 * is used; nothing here opens a connection or builds a graph.
 */
package io.mirrorcore.jobs.config;
