export type NamedPlace = { x: number; y: number; label: string };

// Of text at 13 pixels.
const CHARACTER_WIDTH = 7;
const HALF_LINE = 8;
const GAP = 9;

/** Whether a name stands to the left of its place, since to the right there may be no room. */
export const isLeft = ({ x }: NamedPlace, width: number): boolean => x > width * 0.6;

const boxOf = (place: NamedPlace, width: number) => {
  const length = place.label.length * CHARACTER_WIDTH + GAP;
  const [left, right] = isLeft(place, width) ? [place.x - length, place.x] : [place.x, place.x + length];
  return { left, right, top: place.y - HALF_LINE, bottom: place.y + HALF_LINE };
};

type Box = ReturnType<typeof boxOf>;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Of the places that are named those whose names stand clear of the one that is pointed at, and that one itself. */
export const namesBeside = (
  named: ReadonlySet<number>,
  places: readonly NamedPlace[],
  pointedAt: number,
  width: number,
): ReadonlySet<number> => {
  const box = boxOf(places[pointedAt]!, width);
  const clear = [...named].filter((i) => i !== pointedAt && !overlap(boxOf(places[i]!, width), box));
  return new Set([...clear, pointedAt]);
};

/** The places, by their index, whose names cover neither the name of one before them nor any other place. */
export const namesWithRoom = (places: readonly NamedPlace[], width: number): ReadonlySet<number> => {
  const taken: Box[] = [];
  const named = new Set<number>();
  places.forEach((place, i) => {
    const box = boxOf(place, width);
    const covers = taken.some((other) => overlap(box, other));
    const hides = places.some(
      ({ x, y }, j) => j !== i && x > box.left && x < box.right && Math.abs(y - place.y) < HALF_LINE,
    );
    if (covers || hides) return;
    taken.push(box);
    named.add(i);
  });
  return named;
};
