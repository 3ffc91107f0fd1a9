package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;

/** An index that can be read in the order of its keys. */
interface Ordered {
  /** The names of the indexed fields, in index order. */
  List<String> fields();

  /** The filter of a partial index; empty if the index contains all documents. */
  Document partial();

  /** @return null while the collection contains values that the index cannot order */
  NavigableSet<IndexEntry> entries();
}
