package skillstream.engines;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** Databases in memory: nothing is kept, and everything is a few times faster. */
final class MemoryStore extends MemoryBackend {
  @Override
  public MemoryDatabase openOrCreateDatabase(String database) {
    return new MemoryDatabase(database, getCursorRegistry()) {
      @Override
      protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new MemoryCollection(this, name, options, MemoryStore.this.getCursorRegistry()) {
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
  public Document handleMessage(MongoMessage message) {
    Document hello = Hello.answer(message, this);
    return hello != null ? hello : super.handleMessage(message);
  }
}
