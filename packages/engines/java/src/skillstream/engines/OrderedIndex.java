package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A non-unique index, optionally partial. mongo-java-server has none: it accepts the request to create one and ignores
 * it. Not thread-safe: the collection synchronizes access.
 *
 * <p>Of a list in an index of one field it has an entry for each value, as MongoDB's multikey indexes do. Then it
 * serves only $in, since it has a document several times, and one with an empty list not at all.
 */
final class OrderedIndex extends EmptyIndex<Integer> implements Ordered {
  private final Document partial;
  private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
  private final TreeSet<IndexEntry> entries = new TreeSet<>();
  /** The texts of lists. All other values are in the other entries. */
  private final TextEntries texts = new TextEntries();
  private int unindexable = 0;
  /** How many documents have a list. */
  private int lists = 0;

  /** @param partial the filter of a partial index; null or empty for all documents */
  OrderedIndex(String name, List<IndexKey> keys, Document partial) {
    super(name, keys);
    this.partial = partial == null ? new Document() : partial;
  }

  @Override
  public void add(Document document, Integer slot, MongoCollection<Integer> collection) {
    change(document, slot, 1, texts::add, entries::add);
  }

  /** Removes entries by their slot: values may repeat, so {@link #remove(Document)} would be ambiguous. */
  void remove(Document document, int slot) {
    change(document, slot, -1, texts::remove, entries::remove);
  }

  /** Gives the entries of a document to what adds or removes them, and counts what is not in them by 1 or -1. */
  private void change(
      Document document, int slot, int count, BiConsumer<String, Integer> ofText, Consumer<IndexEntry> ofOther) {
    if (!matcher.matches(document, partial)) return;
    List<Object> values = valuesOf(document);
    count(values, count);
    if (!isIndexable(values)) return;
    if (!isList(values)) ofOther.accept(IndexEntry.of(values, slot));
    else for (Object value : (Collection<?>) values.get(0))
      if (value instanceof String text) ofText.accept(text, slot);
      else ofOther.accept(new IndexEntry(value, slot));
  }

  @Override
  public void updateInPlace(Document before, Document after, Integer slot, MongoCollection<Integer> collection) {
    remove(before, slot);
    add(after, slot, collection);
  }

  private List<Object> valuesOf(Document document) {
    return keys().stream().map(field -> valueOf(document, field)).toList();
  }

  private static boolean isList(List<Object> values) {
    return values.size() == 1 && values.get(0) instanceof Collection;
  }

  private void count(List<Object> values, int change) {
    if (isList(values)) lists += change;
    if (!isIndexable(values)) unindexable += change;
  }

  private static boolean isIndexable(List<Object> values) {
    Collection<?> all = isList(values) ? (Collection<?>) values.get(0) : values;
    return all.stream().allMatch(KeyOrder::isIndexable);
  }

  private static Object valueOf(Document document, String field) {
    return field.indexOf('.') < 0
        ? document.getOrMissing(field)
        : Utils.getSubdocumentValueCollectionAware(document, field);
  }

  @Override
  public List<String> fields() {
    return keys();
  }

  @Override
  public Document partial() {
    return partial;
  }

  @Override
  public NavigableSet<IndexEntry> entries() {
    return unindexable == 0 && lists == 0 ? entries : null;
  }

  @Override
  public boolean canHandle(Document query) {
    boolean canServe = keys().size() == 1 && partial.isEmpty() && unindexable == 0;
    return canServe && AnyOf.valuesOf(query.get(keys().get(0))) != null;
  }

  @Override
  public Iterable<Integer> getPositions(Document query) {
    return new AnyOf(AnyOf.valuesOf(query.get(keys().get(0))), this::slotsOf);
  }

  private Iterator<Integer> slotsOf(Object value) {
    Iterator<IndexEntry> others = entries
        .subSet(new IndexEntry(value, Integer.MIN_VALUE), true, new IndexEntry(value, Integer.MAX_VALUE), true)
        .iterator();
    Iterator<Integer> listed = value instanceof String text ? texts.slotsOf(text) : Collections.emptyIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return others.hasNext() || listed.hasNext();
      }

      @Override
      public Integer next() {
        return others.hasNext() ? others.next().slot() : listed.next();
      }
    };
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other) && other instanceof OrderedIndex index && index.partial.equals(partial);
  }

  @Override
  public long getCount() {
    return entries.size() + texts.size() + unindexable;
  }

  /** Never empty for mongo-java-server: the collection fills the index before it adds it. */
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void drop() {
    entries.clear();
    texts.clear();
  }
}
