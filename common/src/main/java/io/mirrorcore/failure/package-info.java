/**
 * Errors that are the user's to read. Start, and end, with {@link io.mirrorcore.failure.UserError}.
 * Errors of a programmer are plain exceptions of Java, and must not be here.
 */
package io.mirrorcore.failure;
