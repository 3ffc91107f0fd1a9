package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NavigableSet;

/** An index that can be read in the order of its keys. */
interface Ordered {
  /** Names of the fields, the first one first. */
  List<String> fields();

  /** What a document must match to stand in the index; empty where all do. */
  Document partial();

  /** @return null while documents have values that the index cannot order */
  NavigableSet<IndexEntry> entries();
}
