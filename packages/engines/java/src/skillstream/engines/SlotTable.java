package skillstream.engines;

import java.util.Arrays;

/** The offsets in the journal of one collection's documents by slot; a document keeps its slot until it is removed. */
final class SlotTable {
  private static final int REMOVED = -1;
  private long[] offsets = new long[64];
  private int[] lengths = new int[64];
  private int used = 0;
  private int live = 0;

  /** The number of slots allocated so far, removed ones included. */
  int used() {
    return used;
  }

  int live() {
    return live;
  }

  boolean holds(int slot) {
    return slot < used && lengths[slot] != REMOVED;
  }

  long offset(int slot) {
    return offsets[slot];
  }

  int length(int slot) {
    return lengths[slot];
  }

  void put(int slot, long offset, int length) {
    while (used <= slot) {
      if (used == lengths.length) {
        offsets = Arrays.copyOf(offsets, used * 2);
        lengths = Arrays.copyOf(lengths, used * 2);
      }
      lengths[used++] = REMOVED;
    }
    if (lengths[slot] == REMOVED) live++;
    offsets[slot] = offset;
    lengths[slot] = length;
  }

  void remove(int slot) {
    if (!holds(slot)) return;
    lengths[slot] = REMOVED;
    live--;
  }
}
