/** Files that go when the program does: {@link io.mirrorcore.local.files.TemporaryDirectory}. */
package io.mirrorcore.local.files;
