package io.mirrorcore.indicator.statistic;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Entropy of a long and of a short stretch of returns, as each edition has it. */
public sealed interface Entropies extends Stateful {

  /** Takes in the next return. */
  void add(double simpleReturn);

  /** Whether the long stretch has a value. */
  boolean isReady();

  /** Whether the short stretch has a value. */
  boolean isShortReady();

  /** Entropy of the long stretch, in bits. */
  double bits();

  /** Entropy of the short stretch, in bits. */
  double shortBits();

  /** The greatest value that either can have. */
  double mostBits();

  /** Each stretch in bins between its own least and greatest return. */
  record OfTheirRange(HistogramEntropy whole, HistogramEntropy part) implements Entropies {

    @Override
    public void add(double simpleReturn) {
      whole.add(simpleReturn);
      part.add(simpleReturn);
    }

    @Override
    public boolean isReady() {
      return whole.isReady();
    }

    @Override
    public boolean isShortReady() {
      return part.isReady();
    }

    @Override
    public double bits() {
      return whole.bits();
    }

    @Override
    public double shortBits() {
      return part.bits();
    }

    @Override
    public double mostBits() {
      return whole.mostBits();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      whole.save(out);
      part.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      whole.load(in);
      part.load(in);
    }
  }

  /** Both in bins laid by a longer history, so that they can be compared over time. */
  record OfTheirHistory(RobustEntropy history, int whole, int part) implements Entropies {

    @Override
    public void add(double simpleReturn) {
      history.add(simpleReturn);
    }

    @Override
    public boolean isReady() {
      return history.isReady();
    }

    @Override
    public boolean isShortReady() {
      return history.isReady();
    }

    @Override
    public double bits() {
      return history.bits(whole);
    }

    @Override
    public double shortBits() {
      return history.bits(part);
    }

    @Override
    public double mostBits() {
      return history.mostBits();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      history.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      history.load(in);
    }
  }
}
