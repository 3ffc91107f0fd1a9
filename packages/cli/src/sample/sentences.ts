import type { Random } from './random.ts';
import type { SampleSkill } from './skills.ts';

const firstNames = [
  'Blue',
  'North',
  'Bright',
  'Copper',
  'Quiet',
  'Harbour',
  'Maple',
  'Silver',
  'Amber',
  'Hazel',
  'Granite',
  'Willow',
];
const lastNames = [
  'Kite',
  'Lantern',
  'Meadow',
  'Anchor',
  'Orchard',
  'Bridge',
  'Falcon',
  'Pebble',
  'Compass',
  'Garden',
  'Harvest',
  'Mill',
];
const fields = [
  'parcel delivery',
  'school books',
  'hospital beds',
  'train tickets',
  'wind farms',
  'household insurance',
  'garden tools',
  'museum visits',
];

const openings = [
  'makes software for',
  'builds the tools that people use for',
  'has worked on better software for ten years, all of it for',
];
const skillSentences = [
  'You know {}.',
  'You have worked with {} for some years.',
  'We use {} every day.',
  'Experience with {} is a must.',
  'Our team relies on {}.',
  'It helps if you have used {}.',
];
// Words that are skills elsewhere, in their ordinary sense.
const traps = [
  'You help us go to market in three more countries.',
  'We react quickly when a customer calls.',
  'The position opens in spring {year}.',
  'Please express your interest by e-mail.',
  'Expect a swift and friendly answer.',
  'We let things go when they do not work.',
  'You spring into action when something breaks.',
  'The rest of the day is yours.',
];
const closings = [
  'You get thirty days of holiday and a good chair.',
  'We pay for your train ticket and for lunch.',
  'Write to us, and tell us what you would like to build next.',
  'We look forward to hearing from you.',
];

/** The name of an organization that does not exist. */
export const drawOrganization = (random: Random): string =>
  `${random.pick(firstNames)} ${random.pick(lastNames)} Works`;

/** What the organization does: a sentence without a skill. */
export const drawOpening = (random: Random, organization: string): string =>
  `${organization} ${random.pick(openings)} ${random.pick(fields)}.`;

/**
 * A sentence in which the given skills stand as skills. Words with an ordinary sense are written plainly
 * where no skill beside them shows how they are meant.
 */
export const drawSkillSentence = (random: Random, skills: readonly SampleSkill[]): string => {
  const hasCue = skills.some(({ isCue }) => isCue);
  const words = skills.map(({ forms, plain }) =>
    plain !== undefined && !hasCue ? plain : random.pick(forms),
  );
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return random.pick(skillSentences).replace('{}', list);
};

/** A sentence that holds a skill's word in its ordinary sense. */
export const drawTrap = (random: Random, year: string): string => random.pick(traps).replace('{year}', year);

/** The last sentence of a posting: one without a skill. */
export const drawClosing = (random: Random): string => random.pick(closings);
