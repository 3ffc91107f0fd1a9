package skillstream.engines;

import java.util.Arrays;

/** Where the journal holds each document of one collection; a document keeps its slot for life. */
final class Slots {
  private static final int GONE = -1;
  private long[] offsets = new long[64];
  private int[] lengths = new int[64];
  private int used = 0;
  private int live = 0;

  /** How many slots were ever given out. */
  int used() {
    return used;
  }

  int live() {
    return live;
  }

  boolean holds(int slot) {
    return slot < used && lengths[slot] != GONE;
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
      lengths[used++] = GONE;
    }
    if (lengths[slot] == GONE) live++;
    offsets[slot] = offset;
    lengths[slot] = length;
  }

  void remove(int slot) {
    if (!holds(slot)) return;
    lengths[slot] = GONE;
    live--;
  }
}
