import { createRandom, type Random } from '../../packages/cli/src/sample/random.ts';
import { sampleSkills } from '../../packages/cli/src/sample/skills.ts';

export type MadeUpPosting = {
  id: string;
  title: string;
  organization: string;
  location: string;
  /** YYYY-MM-DD */
  posted: string;
  description: string;
};

/** Postings of one organization, one after the other in the file: the Ashby file of the shared data has 22. */
const OF_ORGANIZATION = 20;
/**
 * The mean length of a text in bytes, with which a line of NDJSON has 5,100: one of the Ashby file (7,395 postings of
 * 339 companies, October 2025) has 5,541 with fields that ours does not have, and its text 4,896.
 */
const MEAN_TEXT = 4900;
// Half of them have between 3,700 and 5,900 there.
const SPREAD = 0.45;
/** As much of a text says what the organization is, the same in all of its postings. */
const SHARE_OF_ORGANIZATION = 0.4;

const skills = [...sampleSkills.values()];
const areas =
  'Backend Frontend Data Platform Security Mobile Payments Search Network Storage Release Support Integration ' +
  'Robotics Graphics Compiler Firmware Reliability Billing';
const titles = areas.split(' ').map((area) => `${area} Engineer`);
const cities = ['Berlin, Germany', 'Paris, France', 'Madrid, Spain', 'Austin, Texas', 'Toronto, Canada'];
const phrases = (text: string): string[] => text.split('|');
const who = phrases(
  'Somebody|Our team|The group|Everybody here|One of us|A small crew|Each squad|Whoever joins|Whoever sits beside you|Half of the office',
);
const does = phrases(
  'builds and operates|reviews|designs and measures|looks after|replaces step by step|documents|tests by hand and by machine|is on call for|explains to customers|prices and plans|moves to new machines|keeps an eye on',
);
const what = phrases(
  'services that millions use|the booking of rooms|reports for accountants|a catalogue of spare parts|timetables of trains|the post of three cities|forms that doctors fill in|a market for used bicycles|the heating of schools|maps for hikers|orders of small shops|the archive of a museum|meters in houses|letters to tenants|a library of sounds|tickets for the opera',
);
const how = phrases(
  'together with colleagues in sales|without waiting for anybody|from the first sketch on|in short steps|with care for older clients|twice a week|before the season begins|under a budget of our own|for a public office|by rules that fit a page|while others sleep|as the plan of the year says',
);
const why = phrases(
  'because mistakes are expensive|so that nights stay quiet|and says what it learned|which nobody did before|and it shows in the figures|so that support has less to do|although the law changes often|and we are proud of it|until it is boring|and it is fun|as our customers ask for it|since it has to last',
);

const sentence = (random: Random): string => {
  const skill = random.chance(0.2) ? ` with ${random.pick(random.pick(skills).forms)}` : '';
  const parts = [who, does, what, how, why].map((some) => random.pick(some));
  return `${parts.slice(0, 3).join(' ')}${skill} ${parts.slice(3).join(' ')}.`;
};
const textOf = (random: Random, bytes: number): string => {
  let text = '';
  for (let at = 1; text.length < bytes; at += 1) text += sentence(random) + (at % 6 === 0 ? '\n\n' : ' ');
  return text.trim();
};

const syllables = [...'bdfgklmnprstvz'].flatMap((consonant) =>
  [...'aeiou'].map((vowel) => consonant + vowel),
);
// Has no divisor in common with the number of names, so that each number has another one.
const STRIDE = 7919;
/** A word of three syllables, of which most numbers in a row have other first letters. */
const nameOf = (number: number): string => {
  const at = (number * STRIDE) % syllables.length ** 3;
  const name = [0, 1, 2].map(
    (digit) => syllables[Math.floor(at / syllables.length ** digit) % syllables.length],
  );
  return name.join('').replace(/^./, (letter) => letter.toUpperCase());
};

let last = { number: -1, text: '' };
const aboutOrganization = (number: number): string => {
  if (last.number !== number) {
    const text = textOf(createRandom(number + 1), MEAN_TEXT * SHARE_OF_ORGANIZATION);
    last = { number, text };
  }
  return last.text;
};

/** Of how many of the first so many rows a job is that has two postings. */
export const repostedOf = (rows: number): number => Math.floor(rows / OF_ORGANIZATION);

/**
 * The posting of a row, the same each time. Of an organization's twenty the first nineteen are of other jobs, as most
 * postings of a real file are, whose texts begin alike; the last one is the nineteenth's posted again. So linking
 * compares as much as it does with real ones, and it is known what it has to find.
 * @param row from 0 on; below 6 million, else names are repeated
 */
export const madeUpPosting = (row: number): MadeUpPosting => {
  const number = Math.floor(row / OF_ORGANIZATION);
  const isRepost = row % OF_ORGANIZATION === OF_ORGANIZATION - 1;
  const job = isRepost ? row - 1 : row;
  const random = createRandom(-1 - job);
  const organization = nameOf(number);
  const bytes = MEAN_TEXT * (1 - SHARE_OF_ORGANIZATION + SPREAD * (random.next() * 2 - 1)) - 120;
  const month = String(1 + (number % 11) + (isRepost ? 1 : 0)).padStart(2, '0');
  return {
    ...{ id: String(row), title: titles[job % OF_ORGANIZATION]!, organization },
    ...{ location: random.pick(cities), posted: `2025-${month}-21` },
    description: `${aboutOrganization(number)}\n\n${textOf(random, bytes)}\nWrite to "us": jobs@${organization.toLowerCase()}.example`,
  };
};
