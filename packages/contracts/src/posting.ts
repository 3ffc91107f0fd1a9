import { z } from 'zod';
import { countryCodeFault, countryCodes } from './country-code.ts';
import { derivations } from './derivation.ts';
import { mayBeOfSource } from './origin.ts';
import { roles, seniorities, workplaces } from './posting-values.ts';
import { textUpTo } from './text.ts';

export const employmentTypes = ['full-time', 'part-time', 'contract', 'intern', 'temporary'] as const;
export const salaryPeriods = ['year', 'month', 'week', 'day', 'hour'] as const;

export type EmploymentType = (typeof employmentTypes)[number];

/** The code of a country that there is, in capitals. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: ({ input }) => countryCodeFault(String(input))!, abort: true })
  .refine((code) => countryCodes.has(code), { error: ({ input }) => countryCodeFault(String(input))! });

/** The source of a posting: a short name that is safe in keys and URLs. */
export const sourceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, 64 at most');

export const salary = z.object({
  min: z.number().nonnegative().nullable(),
  max: z.number().nonnegative().nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code'),
  period: z.enum(salaryPeriods),
});
export type Salary = z.infer<typeof salary>;

export const location = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code')
    .nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
});
export type Location = z.infer<typeof location>;

/** Whether a posting has a place: one that was understood, or that is kept as its sender named it. */
export const isPlaced = ({ country, region, city }: Location): boolean =>
  (country ?? region ?? city) !== null;

const postingFields = z.strictObject({
  source: sourceName.describe(
    'Where the posting was taken from: a short lower-case name; an installation has at most 1,000. `sample` is ' +
      'reserved for the made-up sample',
  ),
  sourceId: textUpTo(200, 1)
    // An unpaired surrogate has no UTF-8 encoding: two such ids would become one posting.
    .refine((id) => id.isWellFormed(), { message: 'holds half a character' })
    .describe(
      'The id at the source; source and sourceId identify the posting, so that sending it again creates a new version',
    ),
  title: textUpTo(500).optional().describe('Defaults to the first line of the description'),
  organization: textUpTo(300).optional(),
  description: textUpTo(200_000, 1).describe(
    'Plain text or HTML; it must not be empty once the tags are removed',
  ),
  descriptionFormat: z.enum(['text', 'html']).optional().describe('Detected from the text by default'),
  location: z
    .union([
      textUpTo(500),
      z.strictObject({
        country: textUpTo(100).optional(),
        region: textUpTo(200).optional(),
        city: textUpTo(200).optional(),
      }),
    ])
    .optional(),
  country: textUpTo(100).optional(),
  defaultCountry: countryCode
    .optional()
    .describe(
      'The country where neither country, location nor title names a place: that of a whole file, as a guess',
    ),
  workplace: z.enum(workplaces).optional(),
  remote: z
    .boolean()
    .optional()
    .describe(
      'For sources without a workplace field; workplace takes precedence. false alone leaves open whether it is ' +
        'hybrid or onsite',
    ),
  employmentType: textUpTo(100)
    .optional()
    .describe('In the words of the source, e.g. FullTime or Contractor'),
  seniority: textUpTo(100).optional().describe('In the words of the source, e.g. Senior or Staff'),
  salary: z
    .strictObject({
      min: z.number().nonnegative().optional(),
      max: z.number().nonnegative().optional(),
      currency: z.string().regex(/^[A-Za-z]{3}$/, 'an ISO 4217 code, like EUR'),
      period: z.enum(salaryPeriods),
    })
    .optional(),
  salaryText: textUpTo(300)
    .optional()
    .describe(
      'The pay in the words of the source, e.g. "€60k – €75k" or "$40 per hour"; salary takes precedence, and what is ' +
        'unclear or contradictory is left out',
    ),
  datePosted: textUpTo(40)
    .optional()
    .describe(
      'A date, a date-time or a month as in ISO 8601, from 1990 to tomorrow; of a time the day counts where it was ' +
        'written, by its offset; defaults to today',
    ),
  url: z
    .url({ abort: true })
    .max(2000)
    // A string that parses as a URL may be a script, or hold blanks; zod removes line breaks, as browsers do.
    .refine((url) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url), { message: 'is no address by http or https' })
    .optional()
    .describe('The public page of the posting: http or https'),
  language: textUpTo(35).optional().describe('A BCP 47 tag, e.g. en-GB; detected from the text by default'),
});

/** A posting as clients send it to `POST /v1/postings`: few fields are required, ingestion derives the rest. */
export const postingInput = postingFields.refine(mayBeOfSource, {
  path: ['source'],
  message: 'is the name of the made-up sample, whose ids are like 20260101-7: give yours another',
});
export type PostingInput = z.infer<typeof postingInput>;

/** A posting as the platform stores it; names follow schema.org JobPosting where it has one. */
export const canonicalPosting = z.object({
  postingId: z.string().min(1),
  source: sourceName,
  sourceId: z.string().min(1),
  version: z.int().positive(),
  title: z.string(),
  organization: z.string().nullable(),
  description: z.string(),
  location,
  workplace: z.enum(workplaces),
  role: z.enum(roles),
  seniority: z.enum(seniorities),
  employmentType: z.enum(employmentTypes).nullable(),
  salary: salary.nullable(),
  datePosted: z.iso.date(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  contentHash: z.string().min(1),
  receivedAt: z.iso.datetime(),
  closedAt: z.iso
    .datetime()
    .optional()
    .describe(
      'When it was found to be gone from its job board; absent: it is open, or its source is no board',
    ),
  job: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The job that this posting and others are or were of; absent where it was never one of several, or left them',
    ),
  primary: z
    .boolean()
    .optional()
    .describe(
      'Whether it is the one of its job that is counted where jobs are; absent where the job is, and counted as well',
    ),
  derived: derivations.optional().describe('How the fields came about that the sender does not state'),
});
export type CanonicalPosting = z.infer<typeof canonicalPosting>;

/**
 * What stays of a posting when its text goes: what it is counted by, and what tells it from others. One that an
 * earlier release stored has those that it had.
 */
export const postingFacts = canonicalPosting
  .pick({
    ...{ postingId: true, source: true, sourceId: true, organization: true, location: true, workplace: true },
    ...{ role: true, seniority: true, employmentType: true, salary: true, datePosted: true, language: true },
    ...{ contentHash: true, receivedAt: true, closedAt: true },
  })
  .partial();

/** The largest canonical posting as JSON, in bytes: it must fit a Kafka batch with room to spare. */
export const MAX_POSTING_BYTES = 256 * 1024;
