package skillstream.engines;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lets an index serve every filter that contains all of its keys. mongo-java-server uses an index only if the
 * filter has exactly its keys, so a conditional update ({_id, offset: {$lt: n}}) would scan the whole collection.
 */
final class IndexScan {
  private IndexScan() {}

  /**
   * @param check applies the residual filter to the index's candidates; without the conditions that the index has
   *     evaluated already, since comparing n documents with a list of n ids again would take n * n steps
   * @return the result for the index's candidates, or null if the query contains all keys of no index
   */
  static <P> QueryResult by(
      List<Index<P>> indexes,
      Document query,
      Function<P, Document> load,
      BiFunction<Stream<Document>, Document, QueryResult> check) {
    for (Index<P> index : indexes) {
      Document indexed = new Document();
      for (IndexKey key : index.getKeys()) {
        if (query.containsKey(key.getKey())) indexed.put(key.getKey(), query.get(key.getKey()));
      }
      if (indexed.size() < index.getKeys().size() || !index.canHandle(indexed)) continue;
      Document rest = query.clone();
      indexed.keySet().forEach(rest::remove);
      var positions = index.getPositions(indexed).spliterator();
      return check.apply(StreamSupport.stream(positions, false).map(load), rest);
    }
    return null;
  }
}
