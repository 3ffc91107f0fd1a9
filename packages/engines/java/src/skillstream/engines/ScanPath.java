package skillstream.engines;

/** An ordered sequence of index entries that a scan can resume after any entry. */
interface ScanPath {
  /** @param last the entry to resume after; null to start at the beginning */
  Iterable<IndexEntry> after(IndexEntry last);
}
