package skillstream.engines;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the documents for each combination of values from the hinted index alone, without reading a document, as
 * MongoDB does. mongo-java-server would read all of them.
 *
 * @param match the filter of the partial index; empty if the index covers the whole collection
 * @param fields all fields of the index, in order: the group key
 * @param count the name of the result field that holds the count
 */
record IndexCount(Document match, List<String> fields, String count) {
  private static final Document ONE = new Document("$sum", 1);

  /** @return null if the pipeline or the hint has any other shape */
  static IndexCount of(List<Document> pipeline, Object hint) {
    if (pipeline.isEmpty() || !(hint instanceof Document keys) || keys.size() < 2) return null;
    Document match = pipeline.get(0).get("$match") instanceof Document query ? query : new Document();
    List<Document> rest = pipeline.get(0).containsKey("$match") ? pipeline.subList(1, pipeline.size()) : pipeline;
    if (rest.size() != 1 || !(rest.get(0).get("$group") instanceof Document group) || group.size() != 2) return null;
    List<String> fields = List.copyOf(keys.keySet());
    if (!(group.get("_id") instanceof Document by) || !fields.equals(List.copyOf(by.keySet()))) return null;
    if (!by.entrySet().stream().allMatch(field -> ("$" + field.getKey()).equals(field.getValue()))) return null;
    String count = group.keySet().stream().filter(name -> !name.equals("_id")).findFirst().orElseThrow();
    return ONE.equals(group.get(count)) ? new IndexCount(match, fields, count) : null;
  }

  /** @return null if no index can answer the query */
  List<Document> run(List<Index<Integer>> indexes) {
    for (Index<Integer> index : indexes)
      if (index instanceof Ordered ordered && ordered.fields().equals(fields) && ordered.partial().equals(match))
        return ordered.entries() == null ? null : countOf(ordered);
    return null;
  }

  private List<Document> countOf(Ordered index) {
    List<Document> rows = new ArrayList<>();
    Object[] last = null;
    int size = 0;
    for (IndexEntry entry : index.entries()) {
      Object[] values = (Object[]) entry.value();
      if (last == null || !same(last, values)) {
        // An index does not distinguish null from missing; $group does.
        for (Object value : values) if (KeyOrder.rank(value) == 0) return null;
        if (last != null) rows.add(row(last, size));
        last = values;
        size = 0;
      }
      size++;
    }
    if (last != null) rows.add(row(last, size));
    return rows;
  }

  private static boolean same(Object[] a, Object[] b) {
    for (int i = 0; i < a.length; i++)
      if (a[i] != b[i] && KeyOrder.BY_VALUE.compare(a[i], b[i]) != 0) return false;
    return true;
  }

  private Document row(Object[] values, int size) {
    Document group = new Document();
    for (int i = 0; i < values.length; i++) group.put(fields.get(i), values[i]);
    return new Document("_id", group).append(count, size);
  }
}
