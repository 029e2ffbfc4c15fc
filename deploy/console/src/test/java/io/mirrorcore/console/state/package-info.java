/**
 * Tests of the tree and its frames, and {@link io.mirrorcore.console.state.Copy}, the reader's side
 * of them.
 */
package io.mirrorcore.console.state;
