/**
 * From where a job goes on: its own newest checkpoint, where that is about the same job, topics and
 * settings. Start with {@link io.mirrorcore.local.resume.Continuation}, which decides; {@link
 * io.mirrorcore.local.resume.StateKeys} is the one list of options that state depends on. Nothing
 * is started, printed or deleted here.
 */
package io.mirrorcore.local.resume;
