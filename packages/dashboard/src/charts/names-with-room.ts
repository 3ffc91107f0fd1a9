export type NamedPlace = { x: number; y: number; label: string };
/** On which side of its place a name stands. */
type Side = 'left' | 'right';
export type Names = ReadonlyMap<number, Side>;
export type Box = { left: number; right: number; top: number; bottom: number };

// Of text at 13 pixels; capitals are wider than the mean.
const CHARACTER_WIDTH = 7.6;
const HALF_LINE = 8;
const GAP = 9;
/** Between two names in a line: less is read as one word. */
const APART = 6;

/** The side on which a name has more room: to the right there may be the edge. */
const sideOf = ({ x }: NamedPlace, width: number): Side => (x > width * 0.6 ? 'left' : 'right');

const boxOf = ({ x, y, label }: NamedPlace, side: Side): Box => {
  const length = label.length * CHARACTER_WIDTH + GAP + APART;
  const [left, right] = side === 'left' ? [x - length, x] : [x, x + length];
  return { left, right, top: y - HALF_LINE, bottom: y + HALF_LINE };
};

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Of the places that are named those whose names stand clear of the one that is pointed at, and that one itself. */
export const namesBeside = (
  named: Names,
  places: readonly NamedPlace[],
  pointedAt: number,
  width: number,
): Names => {
  const place = places[pointedAt]!;
  const side = named.get(pointedAt) ?? sideOf(place, width);
  const box = boxOf(place, side);
  const clear = [...named].filter(([i, own]) => i !== pointedAt && !overlap(boxOf(places[i]!, own), box));
  return new Map([...clear, [pointedAt, side]]);
};

/**
 * The places, by their index, whose names cover no other name, no other place and nothing else that is written; those
 * furthest to the right choose first. The one furthest of all is named in any case: it is what is looked for.
 * @param written where text stands already
 */
export const namesWithRoom = (
  places: readonly NamedPlace[],
  width: number,
  written: readonly Box[] = [],
): Names => {
  const taken: Box[] = [...written];
  const named = new Map<number, Side>();
  const order = places.map((_, i) => i).sort((a, b) => places[b]!.x - places[a]!.x);
  for (const i of order) {
    const place = places[i]!;
    const isFree = (side: Side): boolean => {
      const box = boxOf(place, side);
      const hides = places.some(
        ({ x, y }, j) => j !== i && x > box.left && x < box.right && Math.abs(y - place.y) < HALF_LINE,
      );
      return box.left >= 0 && box.right - APART <= width && !hides && !taken.some((one) => overlap(box, one));
    };
    const usual = sideOf(place, width);
    const free = [usual, usual === 'left' ? 'right' : 'left'] as const;
    const side = free.find(isFree) ?? (i === order[0] ? usual : null);
    if (side === null) continue;
    taken.push(boxOf(place, side));
    named.set(i, side);
  }
  return named;
};
