package skillstream.engines;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.PrimitiveIterator;

/**
 * The entries of an index for texts in lists, of which each document has many. Of a text it keeps 96 bits of its
 * SHA-256, so it finds the documents with a text, in the order of their slots, but does not know the order of texts.
 * Among a hundred million texts two have the same 96 bits with a probability of 10^-13.
 */
final class TextEntries {
  private static final int SLOT_BITS = Integer.SIZE;

  private final PairSet pairs = new PairSet();
  private final MessageDigest sha256 = createDigest();

  /** The first 64 bits of a text's hash, and 32 more in the upper half of a number that has a slot in the lower. */
  private record Hash(long high, long low) {}

  void add(String text, int slot) {
    Hash hash = hashOf(text);
    pairs.add(hash.high, hash.low | slot);
  }

  void remove(String text, int slot) {
    Hash hash = hashOf(text);
    pairs.remove(hash.high, hash.low | slot);
  }

  /** The slots of the documents that have the text. */
  Iterator<Integer> slotsOf(String text) {
    Hash hash = hashOf(text);
    PrimitiveIterator.OfLong lows = pairs.lows(hash.high, hash.low, hash.low | Integer.MAX_VALUE);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lows.hasNext();
      }

      @Override
      public Integer next() {
        return (int) lows.nextLong();
      }
    };
  }

  int size() {
    return pairs.size();
  }

  void clear() {
    pairs.clear();
  }

  private Hash hashOf(String text) {
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    return new Hash(hash.getLong(), (long) hash.getInt() << SLOT_BITS);
  }

  private static MessageDigest createDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
