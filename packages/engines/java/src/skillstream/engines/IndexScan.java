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
 * Lets an index serve every filter that holds all its keys. mongo-java-server takes an index only where
 * the filter has exactly its keys, so a guarded update ({_id, offset: {$lt: n}}) would scan everything.
 */
final class IndexScan {
  private IndexScan() {}

  /**
   * @param check gets the index's candidates and what the index has not settled of the query: to look a list
   *     of n ids up and then compare every document with every id would take n * n steps
   * @return the result over the index's candidates, or null where no index has all its keys in the query
   */
  static <P> QueryResult by(
      List<Index<P>> indexes,
      Document query,
      Function<P, Document> load,
      BiFunction<Stream<Document>, Document, QueryResult> check) {
    for (Index<P> index : indexes) {
      Document part = new Document();
      for (IndexKey key : index.getKeys()) {
        if (query.containsKey(key.getKey())) part.put(key.getKey(), query.get(key.getKey()));
      }
      if (part.size() < index.getKeys().size() || !index.canHandle(part)) continue;
      Document rest = query.clone();
      part.keySet().forEach(rest::remove);
      var positions = index.getPositions(part).spliterator();
      return check.apply(StreamSupport.stream(positions, false).map(load), rest);
    }
    return null;
  }
}
