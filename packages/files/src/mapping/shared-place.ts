import type { PostingInput } from '@skillstream/contracts';

/** A place as a posting has it. */
export type PlaceFields = Pick<PostingInput, 'location' | 'country'>;

/** How long a location may be, and a country. */
export const MOST_LOCATION = 500;
const MOST_COUNTRY = 100;
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

// Beside a city "IN" may be a state, and "IT" a trade.
const countryName = (country: string): string =>
  (/^[a-z]{2}$/i.test(country) ? names.of(country.toUpperCase()) : null) ?? country;

const written = ({ location, country }: PlaceFields): string => {
  const place = typeof location === 'object' ? [location.city, location.region] : [location];
  return [...place, country && countryName(country)].filter(Boolean).join(', ');
};

/** Texts in one, as many as fit as a whole. */
const joined = (texts: readonly string[], mark: string, most: number): string => {
  let text = '';
  for (const each of new Set(texts)) {
    const longer = text === '' ? each : `${text}${mark}${each}`;
    if (longer.length > most) break;
    text = longer;
  }
  return text || (texts[0] ?? '').slice(0, most).toWellFormed();
};

const start = (text: string | undefined): string | undefined =>
  text?.slice(0, MOST_LOCATION + 1).toWellFormed();
/** What is longer is refused anyway; keys of a megabyte each would be compared to their ends. */
const cut = ({ location, country }: PlaceFields): PlaceFields => ({
  ...(location !== undefined && {
    location:
      typeof location === 'object'
        ? { ...location, city: start(location.city), region: start(location.region) }
        : start(location)!,
  }),
  ...(country !== undefined && { country: start(country)! }),
});

/** The parts that all places share; where they are texts, all of them, of which ingestion finds that. */
const sharedLocation = (places: readonly PlaceFields[]): PlaceFields['location'] => {
  const locations = places.map(({ location }) => (typeof location === 'object' ? location : undefined));
  if (places.some(({ location }) => typeof location === 'string'))
    return joined(
      places.map(({ location }) => written({ location })),
      '; ',
      MOST_LOCATION,
    );
  const [first] = locations;
  const parts = (['region', 'city'] as const).flatMap((part) => {
    const value = first?.[part];
    return value !== undefined && locations.every((each) => each?.[part] === value) ? [[part, value]] : [];
  });
  return parts.length > 0 ? (Object.fromEntries(parts) as PlaceFields['location']) : undefined;
};

/**
 * The place of a posting in several: in one country that, with what they share; in several countries their names in
 * one field, which are no country, so that none of them counts.
 * @param places as columns have each; those without anything are none
 */
export const sharedPlace = (places: readonly PlaceFields[]): PlaceFields => {
  if (places.length < 2) return places[0] ?? {};
  const distinct = [
    ...new Map(places.map(cut).map((place) => [JSON.stringify(place), place])).values(),
  ].filter((place) => written(place) !== '');
  if (distinct.length < 2) return distinct[0] ?? {};
  const countries = distinct.flatMap(({ country }) => (country === undefined ? [] : [countryName(country)]));
  if (new Set(countries.map((country) => country.toLowerCase())).size > 1)
    return { country: joined(countries, ', ', MOST_COUNTRY) };
  // Where one says no country, ingestion looks whether it is in that of the others.
  if (countries.length < distinct.length)
    return { location: joined(distinct.map(written), '; ', MOST_LOCATION) };
  const location = sharedLocation(distinct);
  return { ...(location !== undefined && { location }), country: distinct[0]!.country! };
};
