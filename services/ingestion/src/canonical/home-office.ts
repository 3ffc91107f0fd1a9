import { countryOfCode, isRegion, placeParts, type Part } from './place.ts';
import { placeSegments, withoutNoise } from './place-name.ts';

const homeOffice = /\bhome[- ]?offices?\b/gi;
// What one may choose, or has beside it: "Home Office possible", "Home Office or office".
const choice =
  /\b(?:possible|optional|ok|accepted|preferred|friendly|hybrid|on-?site|offices?|hq|headquarters?)\b/i;
const whole = /\b100 ?%/g;

const isLand = (part: Part): boolean =>
  part.country !== null ||
  (part.city === null && (part.state !== null || countryOfCode(part, true) !== null));

const saysNoTown = (segment: string): boolean => {
  const rest = withoutNoise(segment.replace(whole, ' '));
  if (!/[\p{L}\p{N}]/u.test(rest) || isRegion(rest)) return true;
  const parts = placeParts(rest, true);
  return parts.length > 0 && parts.every(isLand);
};

/**
 * What a location says about working at home: "only" where it names nothing else, or a country, a state or a part of
 * the world ("Home-Office, deutschlandweit"); "beside" where it does, as in "Berlin / Home-Office" and "Home-Office
 * nach Absprache"; null where it does not say it.
 */
export const homeIn = (location: string): 'only' | 'beside' | null => {
  const rest = location.replace(homeOffice, ' ');
  if (rest === location) return null;
  return !choice.test(rest) && placeSegments(rest).every(saysNoTown) ? 'only' : 'beside';
};
