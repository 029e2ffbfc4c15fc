/**
 * What the page shows, as one tree, and the frames that keep a copy of it up to date. Start with
 * {@link io.mirrorcore.console.state.Tree}. What the tree holds belongs to {@code console.panel},
 * how frames travel to {@code console.web}: here are only operations and their order.
 */
package io.mirrorcore.console.state;
