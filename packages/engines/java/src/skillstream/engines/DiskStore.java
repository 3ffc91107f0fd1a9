package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Databases in one H2 file. A write that asks for durability is on file before it is acknowledged. */
final class DiskStore extends H2Backend {
  DiskStore(MVStore store) {
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    MVStore store = getMvStore();
    // Anonymous on purpose: the parent's constructor opens the collections that are already on file, and
    // only captured variables are set by then, not a named subclass's fields.
    return new H2Database(name, store, getCursorRegistry()) {
      @Override
      protected Index<Object> openOrCreateUniqueIndex(
          String collection, String index, List<IndexKey> keys, boolean sparse) {
        // H2 hands out a map that is open already, so this decides the type of the parent's map.
        var typed = new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType());
        store.openMap(getDatabaseName() + "." + collection + "._index_" + index, typed);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
      }

      @Override
      protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String full = getDatabaseName() + "." + collection;
        var values = new MVMap.Builder<Object, Document>().valueType(new BsonType());
        MVMap<Object, Document> data = store.openMap("databases." + full, values);
        MVMap<String, Object> meta = store.openMap("meta." + full);
        return new H2Collection(this, collection, options, data, meta, DiskStore.this.getCursorRegistry()) {
          @Override
          protected QueryResult queryDocuments(
              Document query, Document order, int skip, int limit, int batch, Document fields) {
            QueryResult found = IndexScan.by(getIndexes(), query, this::getDocument,
                (candidates, rest) -> matchDocumentsFromStream(candidates, rest, order, skip, limit, batch, fields));
            return found != null ? found : super.queryDocuments(query, order, skip, limit, batch, fields);
          }
        };
      }
    };
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document answer = super.handleCommand(channel, database, command, query);
    if (query.get("writeConcern") instanceof Document concern && durable(concern)) getMvStore().commit();
    return answer;
  }

  private static boolean durable(Document concern) {
    return "majority".equals(concern.get("w")) || Boolean.TRUE.equals(concern.get("j"));
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document hello = Hello.answer(message, this);
    return hello != null ? hello : super.handleMessage(message);
  }
}
