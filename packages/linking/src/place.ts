import type { Location } from '@skillstream/contracts';
import { areasOf } from './area.ts';
import { fillers } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const kinds = new Set(
  (
    'anywhere area bay centre center city global county hq mall metro office onsite plaza region square street town ' +
    'village world worldwide virtual'
  ).split(' '),
);
const states =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois ' +
  'indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri ' +
  'montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode ' +
  'tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan';
const cities =
  'london berlin paris ny nyc sf sfo dc austin boston chicago seattle toronto vancouver montreal denver atlanta ' +
  'dublin madrid barcelona lisbon amsterdam munich zurich warsaw tokyo singapore sydney melbourne bangalore ' +
  'bengaluru houston dallas miami phoenix portland philadelphia ottawa calgary edmonton halifax tampa orlando';
// Words of many places, and of other things: "New Grad".
const generic = new Set('de east la los new north saint san south st the west'.split(' '));
const known = new Set(`${states} ${cities}`.split(' '));

/** Whether a word is a state of North America or a large city. */
export const isKnownPlace = (word: string): boolean => known.has(word);

/** The words of a location. */
export const placeWordsOf = ({ city, region, country }: Location): Set<string> =>
  new Set(wordsOf([city, region, country].filter((part) => part !== null).join(' ')));

/** Whether the words, a part of a title, are only a place: of the posting itself, a known one, or "… Town Centre". */
export const isPlace = (part: string, own: ReadonlySet<string>): boolean => {
  const words = wordsOf(part).filter((word) => !fillers.has(word));
  const isNamed = (word: string) => (own.has(word) && !generic.has(word)) || known.has(word);
  if (words.some((word) => isNamed(word) || kinds.has(word))) return true;
  const areas = areasOf(part);
  return areas.length > 0 && words.length <= areas.length + 1;
};
