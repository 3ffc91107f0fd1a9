package skillstream.engines;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The leading stages of an aggregation that a plain query can execute: $match, then $skip, then $limit.
 * mongo-java-server loads the whole collection into memory before it runs the first stage.
 */
record AggregateStart(Document query, int skip, int limit, List<Document> rest) {
  /** The stage that drivers send for countDocuments. */
  private static final Document COUNT =
      new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

  /** @return null if the pipeline does not begin with $match */
  static AggregateStart of(List<Document> pipeline) {
    if (pipeline.isEmpty() || !(pipeline.get(0).get("$match") instanceof Document query)) return null;
    int next = 1;
    int skip = number(pipeline, next, "$skip");
    if (skip > 0) next++;
    int limit = number(pipeline, next, "$limit");
    if (limit > 0) next++;
    return new AggregateStart(query, skip, limit, pipeline.subList(next, pipeline.size()));
  }

  /** @return all result documents of the pipeline */
  List<Document> run(
      MongoDatabase database, MongoCollection<?> collection, Document command, DatabaseResolver databases, Oplog log) {
    if (rest.size() == 1 && rest.get(0).equals(COUNT)) {
      int count = collection.count(query, skip, limit);
      return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
    }
    Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, filtered(collection), log);
    aggregation.validate(command);
    return aggregation.computeResult();
  }

  // A view of the collection that contains only the documents that pass the leading stages.
  private MongoCollection<?> filtered(MongoCollection<?> collection) {
    return (MongoCollection<?>) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {MongoCollection.class}, (proxy, method, arguments) -> {
          if (method.getName().equals("queryAllAsStream"))
            return collection.handleQuery(new Document("$query", query), skip, limit).collectDocuments().stream();
          try {
            return method.invoke(collection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static int number(List<Document> pipeline, int at, String stage) {
    if (at >= pipeline.size()) return 0;
    return pipeline.get(at).get(stage) instanceof Number number ? Math.max(0, number.intValue()) : 0;
  }
}
