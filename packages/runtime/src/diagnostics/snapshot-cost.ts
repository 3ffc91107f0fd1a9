/** Where a heap is larger, no process that serves others may stand still so long. */
const MOST_HEAP_BYTES = 512e6;
// Measured on Node 24 with heaps of 4 to 81 MB: 8 to 13 bytes for each byte of objects as small as they come, since V8
// keeps an entry of some 500 bytes for each of them.
const BYTES_FOR_A_BYTE = 13;
const BASE_BYTES = 20e6;
/** On an idle core; a busy one takes several times as long. */
const MS_FOR_A_MEGABYTE = 30;
const BASE_MS = 200;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/**
 * What a heap snapshot takes, before it is taken: estimates from above.
 * @param heapUsedBytes the used part of V8's heap
 * @param availableBytes what the process may still take before it is killed for it
 * @returns the time that the process stands still, its need of memory, and why no snapshot is taken (null: it is)
 */
export const snapshotCost = (heapUsedBytes: number, availableBytes: number) => {
  const needBytes = BASE_BYTES + heapUsedBytes * BYTES_FOR_A_BYTE;
  const pauseMs = Math.round(BASE_MS + (heapUsedBytes / 1e6) * MS_FOR_A_MEGABYTE);
  const refusal = () => {
    if (heapUsedBytes > MOST_HEAP_BYTES)
      return `A heap of ${megabytes(heapUsedBytes)} is above ${megabytes(MOST_HEAP_BYTES)}: the process would stand still too long`;
    if (needBytes > availableBytes)
      return (
        `A snapshot may need ${megabytes(needBytes)}, and ${megabytes(availableBytes)} are left: ` +
        'the process could be killed for it; give it more memory'
      );
    return null;
  };
  return { needBytes, pauseMs, refusal: refusal() };
};
