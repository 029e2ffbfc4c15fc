package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.market.tick.Tick;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The books of symbols of which a vendor sends what has changed: a size by price, 0 for a level
 * that is gone. A level that newer ones have crossed is gone as well, though its message was lost.
 */
final class BookChanges {

  /** Levels kept a side: beyond these nobody looks, and books of years would grow. */
  private static final int DEEPEST = 1_000;

  private final Map<String, Book> books = new HashMap<>();

  private record Book(TreeMap<BigDecimal, String> bids, TreeMap<BigDecimal, String> asks) {

    Book() {
      this(new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
    }
  }

  /** Replaces the changes of a record by the best levels of its symbol's book. */
  void apply(Map<WireField, String> texts) {
    Book book =
        books.computeIfAbsent(texts.getOrDefault(WireField.SYMBOL, ""), symbol -> new Book());
    String bids = texts.getOrDefault(WireField.BIDS, "");
    String asks = texts.getOrDefault(WireField.ASKS, "");
    if (change(book.bids(), bids) && change(book.asks(), asks)) {
      uncross(book, bids, asks);
      texts.put(WireField.BIDS, best(book.bids()));
      texts.put(WireField.ASKS, best(book.asks()));
    }
  }

  /** Whether all of it are levels; what is none is left for the reader to refuse. */
  private static boolean change(NavigableMap<BigDecimal, String> side, String changes) {
    if (changes.isEmpty()) {
      return true;
    }
    for (String text : changes.split("\\|", -1)) {
      String[] level = BookSide.level(text);
      if (level == null) {
        return false;
      }
      BigDecimal price = new BigDecimal(level[0]);
      if (NumberText.parse(level[1]) == 0) {
        side.remove(price);
      } else {
        side.put(price, level[0] + ":" + level[1]);
      }
      if (side.size() > DEEPEST) {
        side.pollLastEntry();
      }
    }
    return true;
  }

  private static void uncross(Book book, String bids, String asks) {
    while (isCrossed(book)) {
      boolean bidIsNew = isIn(book.bids().firstEntry().getValue(), bids);
      boolean askIsNew = isIn(book.asks().firstEntry().getValue(), asks);
      if (bidIsNew && askIsNew) {
        return; // one message crosses itself: for the reader to refuse
      }
      (bidIsNew ? book.asks() : book.bids()).pollFirstEntry();
    }
  }

  private static boolean isCrossed(Book book) {
    return !book.bids().isEmpty()
        && !book.asks().isEmpty()
        && book.bids().firstKey().compareTo(book.asks().firstKey()) >= 0;
  }

  private static boolean isIn(String level, String changes) {
    return ("|" + changes + "|").contains("|" + level + "|");
  }

  private static String best(NavigableMap<BigDecimal, String> side) {
    return side.values().stream().limit(Tick.MAX_LEVELS).collect(Collectors.joining("|"));
  }
}
