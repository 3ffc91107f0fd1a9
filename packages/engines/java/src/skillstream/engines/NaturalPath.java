package skillstream.engines;

import java.util.Iterator;
import java.util.stream.IntStream;

/** All slots of a collection in the order in which its documents came, or against it. */
record NaturalPath(int slots, boolean backwards) implements Path {
  @Override
  public Iterable<IndexEntry> after(IndexEntry last) {
    return () -> places(last);
  }

  private Iterator<IndexEntry> places(IndexEntry last) {
    IntStream ahead = backwards
        ? IntStream.range(0, last == null ? slots : last.slot()).map(i -> (last == null ? slots : last.slot()) - 1 - i)
        : IntStream.range(last == null ? 0 : last.slot() + 1, slots);
    return ahead.mapToObj(slot -> new IndexEntry(null, slot)).iterator();
  }
}
