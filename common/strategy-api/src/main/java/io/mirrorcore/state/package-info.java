/**
 * How an object that remembers writes itself down and comes back: {@link
 * io.mirrorcore.state.Stateful}, and nothing else. Every indicator, strategy and ledger implements
 * it; what a checkpoint is and where it goes is not known here.
 */
package io.mirrorcore.state;
