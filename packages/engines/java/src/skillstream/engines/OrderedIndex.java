package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A non-unique index, optionally partial. mongo-java-server has none: it accepts the request to create one and ignores
 * it. Not thread-safe: the collection synchronizes access.
 */
final class OrderedIndex extends EmptyIndex<Integer> implements Ordered {
  private final Document partial;
  private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
  private final TreeSet<IndexEntry> entries = new TreeSet<>();
  private int unindexable = 0;

  /** @param partial the filter of a partial index; null or empty for all documents */
  OrderedIndex(String name, List<IndexKey> keys, Document partial) {
    super(name, keys);
    this.partial = partial == null ? new Document() : partial;
  }

  @Override
  public void add(Document document, Integer slot, MongoCollection<Integer> collection) {
    if (!matcher.matches(document, partial)) return;
    IndexEntry entry = entryOf(document, slot);
    if (entry == null) unindexable++;
    else entries.add(entry);
  }

  /** Removes an entry by its slot: values may repeat, so {@link #remove(Document)} would be ambiguous. */
  void remove(Document document, int slot) {
    if (!matcher.matches(document, partial)) return;
    IndexEntry entry = entryOf(document, slot);
    if (entry == null) unindexable--;
    else entries.remove(entry);
  }

  @Override
  public void updateInPlace(Document before, Document after, Integer slot, MongoCollection<Integer> collection) {
    remove(before, slot);
    add(after, slot, collection);
  }

  private IndexEntry entryOf(Document document, int slot) {
    List<Object> values = keys().stream().map(field -> valueOf(document, field)).toList();
    return values.stream().allMatch(KeyOrder::isIndexable) ? IndexEntry.of(values, slot) : null;
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
    return unindexable == 0 ? entries : null;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other) && other instanceof OrderedIndex index && index.partial.equals(partial);
  }

  @Override
  public long getCount() {
    return entries.size() + unindexable;
  }

  /** Never empty for mongo-java-server: the collection fills the index before it adds it. */
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void drop() {
    entries.clear();
  }
}
