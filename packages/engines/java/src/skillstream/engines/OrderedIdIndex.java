package skillstream.engines;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The index of _id: a hash table for the one document with an id, and beside it the ids in order for pages of them. */
final class OrderedIdIndex extends MemoryUniqueIndex implements Ordered {
  private final TreeSet<IndexEntry> entries = new TreeSet<>();
  private int withoutPlace = 0;

  OrderedIdIndex(String name, List<IndexKey> keys) {
    super(name, keys, false);
  }

  @Override
  protected synchronized boolean putKeyPosition(KeyValue key, Integer slot) {
    boolean added = super.putKeyPosition(key, slot);
    if (!added) return false;
    if (KeyOrder.hasPlace(key.get(0))) entries.add(new IndexEntry(key.get(0), slot));
    else withoutPlace++;
    return true;
  }

  @Override
  protected synchronized Integer removeDocument(KeyValue key) {
    Integer slot = super.removeDocument(key);
    if (slot == null) return null;
    if (KeyOrder.hasPlace(key.get(0))) entries.remove(new IndexEntry(key.get(0), slot));
    else withoutPlace--;
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
    return withoutPlace == 0 ? entries : null;
  }
}
