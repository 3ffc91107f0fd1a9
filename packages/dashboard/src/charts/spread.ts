/**
 * Places for labels that keep a distance, each as near to where it belongs as that leaves.
 * @param wanted where each belongs, in pixels
 * @param distance the least between two
 * @param top nothing stands above it
 * @param bottom nothing stands below it, as far as there is room for all
 */
export const spread = (
  wanted: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): number[] => {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed: number[] = new Array(wanted.length).fill(top);
  let next = top;
  for (const i of order) {
    placed[i] = Math.max(next, wanted[i]!);
    next = placed[i] + distance;
  }
  let last = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.max(top, Math.min(placed[i]!, last));
    last = placed[i] - distance;
  }
  return placed;
};
