package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** A database stored in the journal; its indexes are in memory and rebuilt at each start. */
final class JournalDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
  private final Journal journal;
  /** The collections opened so far while the database is being opened; null afterwards. */
  private List<JournalCollection> opening = new ArrayList<>();
  /** The description of the index that is being created; null if there is none. */
  private Document creating = null;

  JournalDatabase(String name, CursorRegistry cursors, Journal journal) {
    super(name, cursors);
    this.journal = journal;
    initializeNamespacesAndIndexes();
    opening.forEach(JournalCollection::opened);
    opening = null;
  }

  @Override
  protected MongoCollection<Integer> openOrCreateCollection(String collection, CollectionOptions options) {
    var created = new JournalCollection(this, collection, options, cursorRegistry, journal, opening != null);
    if (opening != null) opening.add(created);
    return created;
  }

  @Override
  protected Index<Integer> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    boolean isIdIndex = keys.size() == 1 && keys.get(0).getKey().equals("_id");
    return isIdIndex ? new OrderedIdIndex(index, keys) : new MemoryUniqueIndex(index, keys, sparse);
  }

  @Override
  protected synchronized void addIndex(Document description) {
    // Creating an index may create its collection first, and with it the _id index: calls nest.
    Document outer = creating;
    creating = description;
    try {
      super.addIndex(description);
    } finally {
      creating = outer;
    }
  }

  @Override
  protected Index<Integer> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    Document description = creating != null ? creating : describe(collection, index);
    return new OrderedIndex(index, keys, (Document) description.get("partialFilterExpression"));
  }

  // For indexes rebuilt at start: mongo-java-server passes on everything except the partial filter.
  private Document describe(String collection, String index) {
    Document query = new Document("ns", getFullCollectionNamespace(collection)).append("name", index);
    return resolveCollection("system.indexes", true).handleQuery(query).iterator().next();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equals("dropIndexes") && query.get("index") instanceof String name)
      return dropIndexes((String) query.get(command), name);
    MongoCollection<Integer> collection =
        command.equals("aggregate") ? resolveCollection(query.get(command).toString(), false) : null;
    if (collection == null) return super.handleCommand(channel, command, query, databases, oplog);
    List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
    List<Document> counted = ((JournalCollection) collection).count(pipeline, query.get("hint"));
    AggregateStart start = AggregateStart.of(pipeline);
    if (counted == null && start == null) return super.handleCommand(channel, command, query, databases, oplog);
    List<Document> results = counted != null ? counted : start.run(this, collection, query, databases, oplog);
    Document cursor = new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", results);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  // mongo-java-server would remove the indexes with this name from all collections.
  private Document dropIndexes(String name, String index) {
    MongoCollection<Integer> collection = resolveCollection(name, false);
    if (collection == null) throw new MongoServerError(26, "NamespaceNotFound", "ns not found " + name);
    int before = collection.getNumIndexes();
    List<String> dropped = index.equals("*")
        ? collection.getIndexes().stream().map(Index::getName).filter(one -> !one.equals("_id_")).toList()
        : List.of(index);
    for (String one : dropped) {
      dropIndex(collection, one);
      Document description = new Document("ns", collection.getFullName()).append("name", one);
      resolveCollection("system.indexes", true).deleteDocuments(description, 1);
    }
    return new Document("nIndexesWas", before).append("ok", 1.0);
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
