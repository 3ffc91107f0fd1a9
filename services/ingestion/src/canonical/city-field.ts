import { placeParts } from './place.ts';
import { placeSegments } from './place-name.ts';

/** Whether a field for one city names several that are known: "Berlin, Paris". */
export const namesCities = (field: string): boolean => {
  const cities = placeSegments(field).flatMap(
    (segment) => placeParts(segment, true).find(({ city }) => city !== null)?.city?.name ?? [],
  );
  return new Set(cities).size > 1;
};
