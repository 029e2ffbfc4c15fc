/**
 * Files that exist only while the program runs: {@link
 * io.mirrorcore.local.files.TemporaryDirectory}, and nothing else. A directory that a user keeps
 * belongs to the package that writes it.
 */
package io.mirrorcore.local.files;
