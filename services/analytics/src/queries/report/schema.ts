import { postingFilter, workplaces } from '@skillstream/contracts';
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const sentence = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim(), 'must not begin or end with a space');
const country = postingFilter.shape.country.unwrap();

const lists = {
  skills: z.array(id).default([]),
  categories: z.array(id).default([]),
  workplaces: z.array(z.enum(workplaces)).default([]),
};
const namesNothing = ({ skills, categories, workplaces }: z.infer<z.ZodObject<typeof lists>>) =>
  skills.length + categories.length + workplaces.length === 0;

/** A posting matches when it has at least one of these names. */
const names = z
  .strictObject(lists)
  .refine((found) => !namesNothing(found), 'names no skill, category or workplace');
export type Names = z.infer<typeof names>;

/** What a posting must have: one of the names, or with `allOf` one of each group. Parsed into groups. */
const condition = z
  .strictObject({ ...lists, allOf: z.array(names).min(2).optional() })
  .refine(
    (found) => namesNothing(found) === (found.allOf !== undefined),
    'takes either names (skills, categories, workplaces) or allOf',
  )
  .transform(({ allOf, ...own }): Names[] => allOf ?? [own]);
export type Condition = z.infer<typeof condition>;

const bound = z.number().positive();
/** The claimed range, in exactly one of these ways. */
const expectation = z
  .strictObject({
    atLeast: bound.optional(),
    moreThan: bound.optional(),
    atMost: bound.optional(),
    lessThan: bound.optional(),
    between: z
      .strictObject({ low: z.number().nonnegative(), high: bound })
      .refine(({ low, high }) => low < high, 'low must be less than high')
      .optional(),
  })
  .refine(
    (found) => Object.keys(found).length === 1,
    'takes one of atLeast, moreThan, atMost, lessThan, between',
  );
export type Expectation = z.infer<typeof expectation>;

const claim = z
  .strictObject({
    id,
    /** The claim as it is usually stated, in one sentence. */
    says: sentence,
    /** How its vague words are interpreted. */
    because: sentence,
    /** Measures how many postings of the population meet the condition. */
    share: condition.optional(),
    /** Compares in each region the pay of postings that meet the condition with that of the others. */
    pay: condition.optional(),
    /** Narrows the population of this claim. */
    among: condition.optional(),
    expect: expectation,
    /** Names that are listed below a share, each with its own share. */
    parts: names.optional(),
  })
  .superRefine(({ share, pay, parts, expect }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((share === undefined) === (pay === undefined)) say('share', 'takes either share or pay');
    if (pay && parts) say('parts', 'belong to a share');
    const { between, ...ends } = expect;
    if (share && Math.max(...Object.values(ends), between?.high ?? 0) > 1)
      say('expect', 'a share is 1 at the most');
  });
export type Claim = z.infer<typeof claim>;

/** One report file. */
export const reportFile = z
  .strictObject({
    id,
    title: sentence,
    /** The source of the claims. */
    source: sentence,
    /** The postings that the report is about. */
    population: postingFilter,
    /** Countries by the name of their region; pay is compared within each region. */
    regions: z.record(sentence, z.array(country).min(1)).default({}),
    claims: z.array(claim).min(1),
  })
  .superRefine(({ claims, regions }, context) => {
    const say = (at: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['claims', at, field], message });
    for (const [at, { id, pay }] of claims.entries()) {
      if (claims.findIndex((other) => other.id === id) < at) say(at, 'id', `"${id}" is used twice`);
      if (pay && Object.keys(regions).length === 0) say(at, 'pay', 'needs regions');
    }
  });
export type Report = z.infer<typeof reportFile>;
