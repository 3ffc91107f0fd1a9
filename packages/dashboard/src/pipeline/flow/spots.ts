import { originOfId } from '@skillstream/contracts/origin';
import type { Dot } from './dots.ts';

export type Centre = { x: number; y: number };
/** Where a posting is drawn; `own`: it is none of the sample. */
export type Spot = Centre & { postingId: string; own: boolean; dead: boolean };
export type Box = { left: number; top: number; width: number; height: number };

/** How far apart dots lie that are at the same node, in pixels. */
const APART = 9;
const PER_ROW = 9;

// By the id, so that a posting keeps to its place among others.
const aside = (postingId: string): number => {
  let sum = 0;
  for (let at = 0; at < postingId.length; at += 1) sum = (sum * 31 + postingId.charCodeAt(at)) % 10_007;
  return sum;
};

/**
 * Where a dot is drawn, in pixels of the picture; null where one of its nodes is not on the picture.
 * @param scale how large text is, as a part of the usual size
 */
export const spotOf = (
  { postingId, from, to, part, dead }: Dot,
  centres: ReadonlyMap<string, Centre>,
  scale = 1,
): Spot | null => {
  const [start, end] = [centres.get(from), centres.get(to)];
  if (!start || !end) return null;
  const index = aside(postingId);
  const across = ((index % PER_ROW) - (PER_ROW - 1) / 2) * APART * scale;
  const down = ((Math.floor(index / PER_ROW) % 3) - 1) * APART * scale;
  return {
    postingId,
    own: originOfId(postingId) === 'own',
    dead,
    x: start.x + (end.x - start.x) * part + across,
    y: start.y + (end.y - start.y) * part + down,
  };
};

/** The posting whose spot is nearest to a point, not further than `most` pixels; null where none is. */
export const nearest = (spots: readonly Spot[], x: number, y: number, most: number): string | null => {
  let [found, least]: [string | null, number] = [null, most];
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance <= least) [found, least] = [spot.postingId, distance];
  }
  return found;
};

/** Whether a spot that reaches so many pixels to each side lies over one of these boxes. */
export const isOver = ({ x, y }: Centre, boxes: readonly Box[], reach: number): boolean =>
  boxes.some(
    ({ left, top, width, height }) =>
      x + reach > left && x - reach < left + width && y + reach > top && y - reach < top + height,
  );
