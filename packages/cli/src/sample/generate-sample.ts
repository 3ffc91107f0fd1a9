import type { PostingInput, Role, Seniority, Workplace } from '@skillstream/contracts';
import { drawCountry, drawSalary } from './places.ts';
import { popularity, shareAt } from './popularity.ts';
import { monthAfter } from './month-after.ts';
import { createRandom, type Random } from './random.ts';
import { drawClosing, drawOpening, drawOrganization, drawSkillSentence, drawTrap } from './sentences.ts';
import { sampleSkills, type SampleSkill } from './skills.ts';
import { drawTitle } from './titles.ts';

/** What is true of a sample posting, whatever the platform makes of it. */
export type SampleTruth = {
  /** YYYY-MM */
  month: string;
  role: Role;
  country: string | null;
  seniority: Seniority;
  workplace: Workplace;
  /** The taxonomy's ids, sorted. */
  skillIds: string[];
};
export type SamplePosting = { posting: PostingInput; truth: SampleTruth };
export type SampleOptions = {
  seed: number;
  count?: number;
  months?: number;
  /** YYYY-MM; the last month should not lie in the future, or ingestion refuses its postings. */
  firstMonth?: string;
};

const workplaces: ReadonlyArray<readonly [Workplace, number]> = [
  ['remote', 36],
  ['hybrid', 30],
  ['onsite', 24],
  ['unknown', 10],
];
const MIN_SKILLS = 3;
const SALARY_SHARE = 0.6;
const TRAP_SHARE = 0.35;
const HTML_SHARE = 0.3;

/**
 * Made-up postings, spread evenly over the months in their order, whose skills and slices are known. The
 * same options give the same postings. Skills differ by role and drift from the first month to the last.
 */
export function* generateSample(options: SampleOptions): Generator<SamplePosting> {
  const { seed, count = 2400, months = 24, firstMonth = '2024-11' } = options;
  const random = createRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const monthIndex = Math.floor((index * months) / count);
    const progress = months > 1 ? monthIndex / (months - 1) : 0;
    yield drawPosting(random, `${seed}-${index + 1}`, monthAfter(firstMonth, monthIndex), progress);
  }
}

// Numbers that no sample reaches: the source `sample` has ids of a seed and a number alone (contracts, origin.ts).
const ENDLESS = { months: 24, firstMonth: '2024-11', after: 1_000_000_000_000 };

/**
 * Made-up postings without an end, from one month after the other and again from the first. A seed gives the same
 * postings in the same order, however many are taken; none has the id of a posting of `generateSample`.
 */
export function* generateEndlessly(seed: number): Generator<PostingInput, never> {
  const { months, firstMonth, after } = ENDLESS;
  const random = createRandom(seed);
  for (let index = 0; ; index += 1) {
    const at = index % months;
    const sourceId = `${seed}-${after + index + 1}`;
    yield drawPosting(random, sourceId, monthAfter(firstMonth, at), at / (months - 1)).posting;
  }
}

const drawPosting = (random: Random, sourceId: string, month: string, progress: number): SamplePosting => {
  const { title, role, seniority, skillId } = drawTitle(random);
  const country = drawCountry(random);
  const workplace = random.pickWeighted(workplaces);
  const skills = drawSkills(random, role, progress, skillId);
  const organization = drawOrganization(random);
  const html = random.chance(HTML_SHARE);
  const day = String(1 + Math.floor(random.next() * 28)).padStart(2, '0');

  const posting: PostingInput = {
    source: 'sample',
    sourceId,
    title,
    organization,
    description: drawDescription(random, organization, skills, month.slice(0, 4), html),
    descriptionFormat: html ? 'html' : 'text',
    ...(country !== null && { location: random.pick(country.cities) }),
    ...(workplace !== 'unknown' && { workplace }),
    employmentType: seniority === 'intern' ? 'intern' : 'full-time',
    ...(country !== null &&
      random.chance(SALARY_SHARE) && { salary: drawSalary(random, country, seniority) }),
    datePosted: `${month}-${day}`,
    language: 'en',
  };
  const skillIds = skills.map(({ id }) => id).sort();
  return { posting, truth: { month, role, country: country?.code ?? null, seniority, workplace, skillIds } };
};

const drawSkills = (
  random: Random,
  role: Role,
  progress: number,
  named: string | undefined,
): SampleSkill[] => {
  const ids = new Set(named === undefined ? [] : [named]);
  for (const entry of popularity[role]) if (random.chance(shareAt(entry, progress))) ids.add(entry.skillId);
  // A posting that would name next to nothing names what its role asks for most.
  const byShare = [...popularity[role]].sort((a, b) => shareAt(b, progress) - shareAt(a, progress));
  for (const { skillId } of byShare) if (ids.size < MIN_SKILLS) ids.add(skillId);
  return random.shuffle([...ids].map((id) => sampleSkills.get(id)).filter((skill) => skill !== undefined));
};

const drawDescription = (
  random: Random,
  organization: string,
  skills: SampleSkill[],
  year: string,
  html: boolean,
): string => {
  const body = groupsOf(random, skills).map((group) => drawSkillSentence(random, group));
  if (random.chance(TRAP_SHARE))
    body.splice(Math.floor(random.next() * body.length), 0, drawTrap(random, year));
  const opening = drawOpening(random, organization);
  const closing = drawClosing(random);
  return html
    ? `<p>${opening}</p><ul>${body.map((line) => `<li>${line}</li>`).join('')}</ul><p>${closing}</p>`
    : [opening, '', ...body, '', closing].join('\n');
};

// Some three skills a sentence, dealt so that each has one that shows how the words beside it are meant.
const groupsOf = (random: Random, skills: SampleSkill[]): SampleSkill[][] => {
  const cues = skills.filter(({ isCue }) => isCue);
  const others = skills.filter(({ isCue }) => !isCue);
  const count = Math.max(1, Math.min(Math.round(skills.length / 3), cues.length));
  const groups = Array.from({ length: count }, (): SampleSkill[] => []);
  [...cues, ...others].forEach((skill, at) => groups[at % count]?.push(skill));
  return groups.map((group) => random.shuffle(group));
};
