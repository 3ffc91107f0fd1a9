package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The documents that have one of several values, by their slots: value by value, each once, although a document with a
 * list may have many of the values. Reads no more entries than are asked for.
 *
 * @param slotsOf the slots of the documents that have a value
 */
record AnyOf(NavigableSet<Object> values, Function<Object, Iterator<Integer>> slotsOf) implements Iterable<Integer> {

  /** @return the values of a condition {$in: [...]}; null if it is another one, or has a value that cannot be indexed */
  static NavigableSet<Object> valuesOf(Object condition) {
    if (!(condition instanceof Document operators) || operators.size() != 1) return null;
    if (!(operators.get("$in") instanceof Collection<?> wanted)) return null;
    if (!wanted.stream().allMatch(KeyOrder::isIndexable)) return null;
    NavigableSet<Object> values = new TreeSet<>(KeyOrder.BY_VALUE);
    values.addAll(wanted);
    return values;
  }

  @Override
  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      private final Iterator<Object> rest = values.iterator();
      private final Set<Integer> seen = new HashSet<>();
      private Iterator<Integer> current = Collections.emptyIterator();
      private Integer next = null;

      @Override
      public boolean hasNext() {
        while (next == null) {
          if (current.hasNext()) {
            Integer slot = current.next();
            if (seen.add(slot)) next = slot;
          } else if (rest.hasNext()) {
            current = slotsOf.apply(rest.next());
          } else {
            return false;
          }
        }
        return true;
      }

      @Override
      public Integer next() {
        if (!hasNext()) throw new NoSuchElementException();
        Integer found = next;
        next = null;
        return found;
      }
    };
  }
}
