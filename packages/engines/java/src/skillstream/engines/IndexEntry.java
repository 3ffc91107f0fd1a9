package skillstream.engines;

import java.util.List;

/**
 * An entry of an index: the value (for a compound index, an array of values), then the slot, so that entries with
 * equal values are in insertion order of their documents.
 */
record IndexEntry(Object value, int slot) implements Comparable<IndexEntry> {

  static IndexEntry of(List<Object> values, int slot) {
    return new IndexEntry(values.size() == 1 ? values.get(0) : values.toArray(), slot);
  }

  /** A lower bound of all entries that begin with these values, which may be a prefix of the index's keys. */
  static IndexEntry before(int keys, List<Object> values) {
    return edge(keys, values, KeyOrder.Edge.FIRST, Integer.MIN_VALUE);
  }

  /** An upper bound of all entries that begin with these values. */
  static IndexEntry after(int keys, List<Object> values) {
    return edge(keys, values, KeyOrder.Edge.LAST, Integer.MAX_VALUE);
  }

  private static IndexEntry edge(int keys, List<Object> values, Object ifEmpty, int slot) {
    if (keys > 1) return new IndexEntry(values.toArray(), slot);
    return new IndexEntry(values.isEmpty() ? ifEmpty : values.get(0), slot);
  }

  @Override
  public int compareTo(IndexEntry other) {
    int byValue = compareValues(other);
    return byValue != 0 ? byValue : Integer.compare(slot, other.slot);
  }

  private int compareValues(IndexEntry other) {
    if (!(value instanceof Object[] mine)) return KeyOrder.BY_VALUE.compare(value, other.value);
    Object[] theirs = (Object[]) other.value;
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      int order = KeyOrder.BY_VALUE.compare(mine[i], theirs[i]);
      if (order != 0) return order;
    }
    return 0;
  }
}
