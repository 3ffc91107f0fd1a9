import type { City } from './cities.ts';
import { placeParts } from './place.ts';
import { placeSegments } from './place-name.ts';

const inBrackets = /\([^)]*\)?/g;
// Of "New Delhi, Delhi" both are one city.
const areApart = (a: City, b: City): boolean =>
  a.country !== b.country || (!a.name.includes(b.name) && !b.name.includes(a.name));

/** Whether a field for one city names several that are known and apart: "Berlin, Paris". */
export const namesCities = (field: string): boolean => {
  const [first, ...others] = placeSegments(field.replace(inBrackets, ' ')).flatMap(
    (segment) => placeParts(segment, true).find(({ city }) => city !== null)?.city ?? [],
  );
  return first !== undefined && others.some((other) => areApart(first, other));
};
