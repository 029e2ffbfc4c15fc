package io.mirrorcore.market.option;

/** The right that an option gives: to buy or to sell its underlying. */
public enum OptionType {
  CALL,
  PUT
}
