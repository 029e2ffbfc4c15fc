/**
 * The YAML file as it stands: where each entry is, and nothing of what it means. Start with {@link
 * io.mirrorcore.jobs.config.file.YamlFile}.
 */
package io.mirrorcore.jobs.config.file;
