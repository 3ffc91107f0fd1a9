package skillstream.engines;

import java.util.Iterator;
import java.util.stream.IntStream;

/** All slots of a collection in insertion order, or in reverse. */
record NaturalPath(int slots, boolean backwards) implements ScanPath {
  @Override
  public Iterable<IndexEntry> after(IndexEntry last) {
    return () -> entries(last);
  }

  private Iterator<IndexEntry> entries(IndexEntry last) {
    IntStream remaining = backwards
        ? IntStream.range(0, last == null ? slots : last.slot()).map(i -> (last == null ? slots : last.slot()) - 1 - i)
        : IntStream.range(last == null ? 0 : last.slot() + 1, slots);
    return remaining.mapToObj(slot -> new IndexEntry(null, slot)).iterator();
  }
}
