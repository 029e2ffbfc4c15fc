package io.mirrorcore.console.state;

/**
 * The newest frames, which a reader that was away catches up from. One ring for all readers: a slow
 * one costs no memory, for all that is its own is the number of the frame that it has.
 */
final class FrameRing {

  private final Frame[] frames;
  private final long mostBytes;
  private long first = 1;
  private long next = 1;
  private long bytes;

  FrameRing(int mostFrames, long mostBytes) {
    frames = new Frame[mostFrames];
    this.mostBytes = mostBytes;
  }

  /** Adds the frame whose number is one more than that of the last. */
  void add(Frame frame) {
    if (next - first == frames.length) {
      dropFirst();
    }
    frames[place(next++)] = frame;
    bytes += frame.event().length;
    while (bytes > mostBytes) {
      dropFirst();
    }
  }

  private void dropFirst() {
    int place = place(first++);
    bytes -= frames[place].event().length;
    frames[place] = null;
  }

  private int place(long seq) {
    return (int) (seq % frames.length);
  }

  /** The frame of that number; null where it is no longer here, or not yet. */
  Frame get(long seq) {
    return seq < first || seq >= next ? null : frames[place(seq)];
  }

  int size() {
    return (int) (next - first);
  }

  long bytes() {
    return bytes;
  }
}
