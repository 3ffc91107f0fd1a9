import { cutMarks } from '@skillstream/contracts/plain-text';
import { genderRules } from './gender.ts';
import { noise, type NoiseRule } from './rule.ts';
import { contractRules, frenchContract, workloadRules } from './workload.ts';

/** Characters of a title that are looked at; a posting of contracts has 500 at most. */
const MOST_CHARACTERS = 400_000;
const english = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US']);
const common: readonly NoiseRule[] = [...genderRules, ...workloadRules, ...contractRules];
/** What is left of brackets and of separators that nothing is between. */
const tidy: readonly NoiseRule[] = [
  noise(String.raw`[([] ?[.,;/|*]? ?[)\]]`),
  noise(String.raw`(?:[,;|]| /) ?(?=[,;|)\]]|/ )`, ''),
  noise(String.raw`(?<=[([]) ?[,;|/] ?`, ''),
  noise(String.raw` [-–—] ?[,;|/](?= )`, ' –'),
  noise(String.raw` (?=[,;](?: |$))`, ''),
  noise(String.raw`^ ?(?:[-–—,;|/·:] ?){1,4}|(?: ?[-–—,;|/·:.]){1,4} ?$`, ''),
];

/** All rules, for a test: each looks at a bounded number of characters, so that all work is linear in the title. */
export const noiseRules: readonly NoiseRule[] = [...common, frenchContract, ...tidy];

const applied = (title: string, { pattern, to }: NoiseRule): string => {
  let [kept, end] = ['', 0];
  for (const found of title.matchAll(pattern)) {
    kept += title.slice(end, found.index) + (to(found) ?? found[0]);
    end = found.index + found[0].length;
  }
  return (kept + title.slice(end)).replace(/ {2,}/g, ' ');
};

/**
 * A title without what boards write around the same job: for all genders, how much of a week, a contract without an
 * end. It loses no word of the job, and where nothing else is in it stays as it is.
 * @param country where the posting is; some abbreviations are words of a job in English
 */
export const withoutNoise = (title: string, country: string | null): string => {
  const rules = english.has(country ?? '') ? common : [...common, frenchContract];
  const plain = cutMarks(title.slice(0, MOST_CHARACTERS)).normalize('NFC').replace(/\s+/g, ' ');
  const left = rules.reduce(applied, plain);
  if (left === plain || !/[\p{L}\p{N}]/u.test(left)) return title;
  return tidy.reduce(applied, left).trim();
};
