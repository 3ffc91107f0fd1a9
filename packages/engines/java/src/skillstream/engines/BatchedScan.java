package skillstream.engines;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A cursor that reads documents on demand. It stores its position instead of the remaining documents, so scanning a
 * collection that does not fit into memory needs memory for one batch only.
 */
final class BatchedScan extends AbstractCursor {
  /** The maximum size of a MongoDB reply. */
  private static final long BATCH_BYTES = 16L << 20;

  private final Documents documents;
  private final Object lock;
  private final ScanPath path;
  private int toSkip;
  private int remaining;
  private IndexEntry last = null;
  private boolean ended = false;

  /** The operations of a collection that a scan needs. */
  interface Documents {
    /** @return null if the document was removed or does not match the query */
    Document match(int slot);

    int bytes(int slot);

    List<Document> project(List<Document> documents);
  }

  /**
   * @param lock the lock of the collection, held while documents are read
   * @param limit the maximum number of documents; 0 or less means no limit
   */
  BatchedScan(long id, Documents documents, Object lock, ScanPath path, int skip, int limit) {
    super(id);
    this.documents = documents;
    this.lock = lock;
    this.path = path;
    this.toSkip = skip;
    this.remaining = limit > 0 ? limit : Integer.MAX_VALUE;
  }

  @Override
  public boolean isEmpty() {
    return ended;
  }

  /** @param count the maximum number of documents; 0 or less means as many as fit into one reply */
  @Override
  public List<Document> takeDocuments(int count) {
    synchronized (lock) {
      int size = Math.min(remaining, count > 0 ? count : Integer.MAX_VALUE);
      List<Document> batch = new ArrayList<>();
      long bytes = 0;
      Iterator<IndexEntry> entries = path.after(last).iterator();
      while (batch.size() < size && bytes < BATCH_BYTES && entries.hasNext()) {
        last = entries.next();
        Document document = documents.match(last.slot());
        if (document == null || toSkip-- > 0) continue;
        batch.add(document);
        bytes += documents.bytes(last.slot());
      }
      remaining -= batch.size();
      ended = remaining == 0 || !entries.hasNext();
      return documents.project(batch);
    }
  }
}
