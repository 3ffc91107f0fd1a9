package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/** A database in the journal; its indexes are in memory and made anew at each start. */
final class JournalDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
  private final Journal journal;

  JournalDatabase(String name, CursorRegistry cursors, Journal journal) {
    super(name, cursors);
    this.journal = journal;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Integer> openOrCreateCollection(String collection, CollectionOptions options) {
    return new JournalCollection(this, collection, options, cursorRegistry, journal);
  }

  @Override
  protected Index<Integer> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new MemoryUniqueIndex(index, keys, sparse);
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    super.dropCollection(collection, oplog);
    journal.drop(getFullCollectionNamespace(collection));
  }

  @Override
  protected long getStorageSize() {
    return journal.size();
  }

  @Override
  protected long getFileSize() {
    return journal.size();
  }
}
