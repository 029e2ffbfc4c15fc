/**
 * How an object writes down its state and reads it back: {@link io.mirrorcore.state.Stateful},
 * where to start. Every indicator, strategy and ledger implements it; what a checkpoint is and
 * where it goes is not known here.
 */
package io.mirrorcore.state;
