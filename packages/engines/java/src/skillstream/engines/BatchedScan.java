package skillstream.engines;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A cursor that reads documents as they are asked for. It remembers where it stands rather than what is still to come,
 * so a scan of a collection that does not fit into memory costs one batch of it.
 */
final class BatchedScan extends AbstractCursor {
  /** What MongoDB puts into one reply at most. */
  private static final long BATCH_BYTES = 16L << 20;

  private final Documents documents;
  private final Object lock;
  private final Path path;
  private int toSkip;
  private int left;
  private IndexEntry last = null;
  private boolean ended = false;

  /** The collection, as a scan sees it. */
  interface Documents {
    /** @return null where the document is gone or is not one that the query wants */
    Document match(int slot);

    int bytes(int slot);

    List<Document> project(List<Document> documents);
  }

  /**
   * @param lock held while documents are read: the collection's
   * @param limit 0 or less for no limit
   */
  BatchedScan(long id, Documents documents, Object lock, Path path, int skip, int limit) {
    super(id);
    this.documents = documents;
    this.lock = lock;
    this.path = path;
    this.toSkip = skip;
    this.left = limit > 0 ? limit : Integer.MAX_VALUE;
  }

  @Override
  public boolean isEmpty() {
    return ended;
  }

  /** @param count 0 or less for as many as one reply takes */
  @Override
  public List<Document> takeDocuments(int count) {
    synchronized (lock) {
      int wanted = Math.min(left, count > 0 ? count : Integer.MAX_VALUE);
      List<Document> batch = new ArrayList<>();
      long bytes = 0;
      Iterator<IndexEntry> places = path.after(last).iterator();
      while (batch.size() < wanted && bytes < BATCH_BYTES && places.hasNext()) {
        last = places.next();
        Document document = documents.match(last.slot());
        if (document == null || toSkip-- > 0) continue;
        batch.add(document);
        bytes += documents.bytes(last.slot());
      }
      left -= batch.size();
      ended = left == 0 || !places.hasNext();
      return documents.project(batch);
    }
  }
}
