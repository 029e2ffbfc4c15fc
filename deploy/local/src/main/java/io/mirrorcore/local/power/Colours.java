package io.mirrorcore.local.power;

/** The class of an allocator in the style of the page. */
final class Colours {

  private Colours() {}

  static String of(String allocator) {
    return switch (allocator) {
      case "1/N" -> "equal";
      case "oracle" -> "oracle";
      case "guide" -> "guide";
      case "evidence" -> "evidence";
      case "overlay" -> "overlay";
      case "HOLD" -> "hold";
      default -> "target";
    };
  }
}
