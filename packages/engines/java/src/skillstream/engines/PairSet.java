package skillstream.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/**
 * A sorted set of pairs of numbers, as the leaves of a B-tree have them: a pair takes 18 bytes, and an object in a tree
 * over 100. A change moves at most one leaf. Not thread-safe, and not to be changed while it is read.
 */
final class PairSet {
  /** The most pairs of a leaf. */
  private static final int FULL = 512;

  /** Never empty, in order of their pairs; between two leaves there is no pair that belongs to none. */
  private final List<Leaf> leaves = new ArrayList<>();
  private int size = 0;

  void add(long high, long low) {
    if (leaves.isEmpty()) leaves.add(new Leaf(new long[0]));
    int at = leafOf(high, low);
    Leaf leaf = leaves.get(at);
    int place = leaf.placeOf(high, low);
    if (leaf.has(place, high, low)) return;
    leaf.insert(place, high, low);
    size++;
    if (leaf.size == FULL) leaves.add(at + 1, leaf.splitOff());
  }

  void remove(long high, long low) {
    if (leaves.isEmpty()) return;
    int at = leafOf(high, low);
    Leaf leaf = leaves.get(at);
    int place = leaf.placeOf(high, low);
    if (!leaf.has(place, high, low)) return;
    leaf.delete(place);
    size--;
    if (leaf.size == 0) leaves.remove(at);
  }

  /** The second numbers, in order, of all pairs that have the first one and whose second is not outside the limits. */
  PrimitiveIterator.OfLong lows(long high, long from, long to) {
    return new PrimitiveIterator.OfLong() {
      private int at = leaves.isEmpty() ? 0 : leafOf(high, from);
      private int place = leaves.isEmpty() ? 0 : leaves.get(at).placeOf(high, from);

      @Override
      public boolean hasNext() {
        while (at < leaves.size() && place == leaves.get(at).size) {
          at++;
          place = 0;
        }
        return at < leaves.size() && leaves.get(at).compare(place, high, to) <= 0;
      }

      @Override
      public long nextLong() {
        if (!hasNext()) throw new NoSuchElementException();
        return leaves.get(at).low(place++);
      }
    };
  }

  int size() {
    return size;
  }

  void clear() {
    leaves.clear();
    size = 0;
  }

  /** The last leaf that does not begin after the pair, or the first one. */
  private int leafOf(long high, long low) {
    int from = 0;
    int to = leaves.size() - 1;
    while (from < to) {
      int middle = (from + to + 1) >>> 1;
      if (leaves.get(middle).compare(0, high, low) <= 0) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  /** Pairs in order: the first number of one, its second, the first of the next. */
  private static final class Leaf {
    private long[] numbers;
    private int size;

    Leaf(long[] numbers) {
      this.numbers = numbers;
      this.size = numbers.length / 2;
    }

    long low(int place) {
      return numbers[2 * place + 1];
    }

    int compare(int place, long high, long low) {
      int byHigh = Long.compare(numbers[2 * place], high);
      return byHigh != 0 ? byHigh : Long.compare(low(place), low);
    }

    boolean has(int place, long high, long low) {
      return place < size && compare(place, high, low) == 0;
    }

    /** Where the first pair is that is not before this one. */
    int placeOf(long high, long low) {
      int from = 0;
      int to = size;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (compare(middle, high, low) < 0) from = middle + 1;
        else to = middle;
      }
      return from;
    }

    void insert(int place, long high, long low) {
      // Grows by little, since room that is left over in each of many leaves is what the heap has not got.
      if (2 * size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * (size + size / 8 + 1));
      System.arraycopy(numbers, 2 * place, numbers, 2 * place + 2, 2 * (size - place));
      numbers[2 * place] = high;
      numbers[2 * place + 1] = low;
      size++;
    }

    void delete(int place) {
      size--;
      System.arraycopy(numbers, 2 * place + 2, numbers, 2 * place, 2 * (size - place));
    }

    Leaf splitOff() {
      int half = size / 2;
      Leaf upper = new Leaf(Arrays.copyOfRange(numbers, 2 * half, 2 * size));
      numbers = Arrays.copyOf(numbers, 2 * half);
      size = half;
      return upper;
    }
  }
}
