/**
 * What is in a file that somebody wants to use: its kind, its columns, what is odd about it, and
 * the command line that reads it. Start with {@link io.mirrorcore.local.inspect.Inspection}.
 * Records are judged by {@code jobs}, as when they are read; nothing here changes a file.
 */
package io.mirrorcore.local.inspect;
