/**
 * Files that exist only while the program runs: {@link io.mirrorcore.local.files.ProcessFiles} is
 * where all of them are, {@link io.mirrorcore.local.files.TemporaryDirectory} one of them. A
 * directory that a user keeps belongs to the package that writes it.
 */
package io.mirrorcore.local.files;
