package io.mirrorcore.jobs.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** JSON texts of values that nobody should send where a number, a text or a book belongs. */
final class HostileValues {

  private static final List<String> SHORT =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "\"NaN\"",
          "\"inf\"",
          "1e999",
          "-1e999",
          "1e-999",
          "5e-324",
          "1.7976931348623157e308",
          "0",
          "-0",
          "-0.0",
          "-1",
          "00",
          "+1",
          ".5",
          "1.",
          "0x10",
          "1e18",
          "1.0000001e18",
          "1e-15",
          "9.9e-16",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "99999999999999999999999",
          "1450967460000.0",
          "1450967460000.5",
          "1450967460000000",
          "7258118400000",
          "7258118400001",
          "null",
          "true",
          "false",
          "\"\"",
          "\" \"",
          "\"A B\"",
          "\"1\"",
          "\"buy\"",
          "\"2015-02-30\"",
          "\"1969-12-31\"",
          "\"+999999999-12-31\"",
          "\"2200-01-01\"",
          "[]",
          "{}",
          "[[]]",
          "[[1]]",
          "[[1,2]]",
          "[[1,2,3]]",
          "[[2,1],[1,1]]",
          "[[1,1],[1,1]]",
          "[[1,1],[2,1]]",
          "[[[1,2]]]",
          "[{\"price\":1,\"size\":1}]",
          "[1,2]",
          "[[\"a\",1]]",
          "[[NaN,1]]",
          "[[1,-1]]",
          "[[1,null]]",
          "[[1,2],null]",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"\u202e\"",
          "\"\ufeff\"",
          "\"\u4e2d\u56fd\"",
          "\"\\n\"",
          "'single'",
          "undefined",
          "// comment",
          "\"A,B\"",
          "\"\\\"\"");

  private HostileValues() {}

  static String next(SplittableRandom random) {
    return random.nextInt(20) == 0 ? large(random) : SHORT.get(random.nextInt(SHORT.size()));
  }

  /** Long texts and numbers, deep nests, books of many levels; seldom more than is allowed. */
  private static String large(SplittableRandom random) {
    int size = random.nextInt(20) == 0 ? 70_000 : 1 << random.nextInt(12);
    return switch (random.nextInt(7)) {
      case 0 -> '"' + "x".repeat(size) + '"';
      case 1 -> '"' + "\ud83d\ude00".repeat(size / 4) + '"';
      case 2 -> "9".repeat(size);
      case 3 -> "0." + "3".repeat(size);
      case 4 -> "[".repeat(size);
      case 5 -> "[".repeat(size / 2) + "]".repeat(size / 2);
      default -> "[" + "[1,1],".repeat(size / 8) + "[1,1]]";
    };
  }
}
