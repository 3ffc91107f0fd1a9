package skillstream.engines;

/** Places of documents in some order, which can be followed on from any of them. */
interface Path {
  /** @param last the place to go on from; null for the beginning */
  Iterable<IndexEntry> after(IndexEntry last);
}
