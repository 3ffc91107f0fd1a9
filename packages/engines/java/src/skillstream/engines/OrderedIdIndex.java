package skillstream.engines;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The index on _id: a hash table for lookups, and a sorted set of ids for range scans. */
final class OrderedIdIndex extends MemoryUniqueIndex implements Ordered {
  private final TreeSet<IndexEntry> entries = new TreeSet<>();
  private int unindexable = 0;

  OrderedIdIndex(String name, List<IndexKey> keys) {
    super(name, keys, false);
  }

  @Override
  protected synchronized boolean putKeyPosition(KeyValue key, Integer slot) {
    boolean added = super.putKeyPosition(key, slot);
    if (!added) return false;
    if (KeyOrder.isIndexable(key.get(0))) entries.add(new IndexEntry(key.get(0), slot));
    else unindexable++;
    return true;
  }

  @Override
  protected synchronized Integer removeDocument(KeyValue key) {
    Integer slot = super.removeDocument(key);
    if (slot == null) return null;
    if (KeyOrder.isIndexable(key.get(0))) entries.remove(new IndexEntry(key.get(0), slot));
    else unindexable--;
    return slot;
  }

  @Override
  public List<String> fields() {
    return keys();
  }

  @Override
  public Document partial() {
    return new Document();
  }

  @Override
  public NavigableSet<IndexEntry> entries() {
    return unindexable == 0 ? entries : null;
  }
}
