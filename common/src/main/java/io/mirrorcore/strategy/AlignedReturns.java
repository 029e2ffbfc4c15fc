package io.mirrorcore.strategy;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last n simple returns of every symbol of a portfolio, aligned by the portfolio's bars.
 *
 * <p>A bar that a symbol lacks counts as an unchanged price: return 0, and its next return covers
 * both, so that a sum over time is not lost and columns stay aligned. A symbol takes part when it
 * has been known for n + 1 of the portfolio's bars and has a bar now. One unseen for {@code
 * forgetBars} bars is forgotten: what is kept stays bounded by the symbols that trade.
 */
final class AlignedReturns implements Stateful {

  /** One symbol. */
  private static final class Track {
    private final Window returns;
    private double close;
    private int missed;

    private Track(int bars) {
      returns = new Window(bars);
    }
  }

  private final int bars;
  private final int forgetBars;
  private final TreeMap<String, Track> tracks = new TreeMap<>();

  /**
   * @param bars n, returns kept per symbol
   * @param forgetBars bars in a row without one of a symbol after which it is forgotten
   */
  AlignedReturns(int bars, int forgetBars) {
    this.bars = bars;
    this.forgetBars = forgetBars;
  }

  /** Takes in all bars of one close. */
  void add(List<Bar> closed) {
    tracks.values().forEach(track -> track.missed++);
    for (Bar bar : closed) {
      Track track = tracks.get(bar.symbol());
      if (track == null) {
        track = new Track(bars);
        tracks.put(bar.symbol(), track);
      } else {
        track.returns.add(bar.close() / track.close - 1);
      }
      track.close = bar.close();
      track.missed = 0;
    }
    tracks.values().removeIf(track -> track.missed >= forgetBars);
    for (Track track : tracks.values()) {
      if (track.missed > 0) {
        track.returns.add(0);
      }
    }
  }

  /** The symbols that take part now, in order of name. */
  List<String> participants() {
    return tracks.entrySet().stream()
        .filter(entry -> entry.getValue().missed == 0 && entry.getValue().returns.isFull())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The n returns of a symbol that takes part, oldest first; not to be changed. */
  Window of(String symbol) {
    return tracks.get(symbol).returns;
  }

  /** Symbols remembered, whether they take part or not. */
  int size() {
    return tracks.size();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(tracks.size());
    for (Map.Entry<String, Track> entry : tracks.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue().close);
      out.writeInt(entry.getValue().missed);
      entry.getValue().returns.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    tracks.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      Track track = new Track(bars);
      track.close = in.readDouble();
      track.missed = in.readInt();
      track.returns.load(in);
      tracks.put(symbol, track);
    }
  }
}
