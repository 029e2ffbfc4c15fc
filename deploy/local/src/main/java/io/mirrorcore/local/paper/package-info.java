/**
 * What paper trading came to, told to the person at the terminal. Start with {@link
 * io.mirrorcore.local.paper.PaperSummary}. The account itself is kept in {@code
 * io.mirrorcore.paper}.
 */
package io.mirrorcore.local.paper;
