import { z } from 'zod';

export const roles = [
  'backend',
  'frontend',
  'fullstack',
  'mobile',
  'data',
  'ml',
  'devops',
  'security',
  'qa',
  'embedded',
  'management',
  'other',
] as const;
export const seniorities = ['intern', 'junior', 'mid', 'senior', 'lead', 'unknown'] as const;
export const workplaces = ['remote', 'hybrid', 'onsite', 'unknown'] as const;
export const employmentTypes = ['full-time', 'part-time', 'contract', 'intern', 'temporary'] as const;
export const salaryPeriods = ['year', 'month', 'week', 'day', 'hour'] as const;

export type Role = (typeof roles)[number];
export type Seniority = (typeof seniorities)[number];
export type Workplace = (typeof workplaces)[number];
export type EmploymentType = (typeof employmentTypes)[number];

/** Where a posting came from: a short name that is safe in keys and URLs. */
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

/** What people send to `POST /v1/postings`: little is required, ingestion derives the rest. */
export const postingInput = z.strictObject({
  source: sourceName,
  sourceId: z.string().min(1).max(200),
  title: z.string().max(500).optional(),
  organization: z.string().max(300).optional(),
  description: z.string().min(1).max(200_000),
  descriptionFormat: z.enum(['text', 'html']).optional(),
  location: z
    .union([
      z.string().max(500),
      z.strictObject({
        country: z.string().max(100).optional(),
        region: z.string().max(200).optional(),
        city: z.string().max(200).optional(),
      }),
    ])
    .optional(),
  country: z.string().max(100).optional(),
  workplace: z.enum(workplaces).optional(),
  remote: z.boolean().optional(),
  employmentType: z.string().max(100).optional(),
  seniority: z.string().max(100).optional(),
  salary: z
    .strictObject({
      min: z.number().nonnegative().optional(),
      max: z.number().nonnegative().optional(),
      currency: z.string().regex(/^[A-Za-z]{3}$/, 'an ISO 4217 code, like EUR'),
      period: z.enum(salaryPeriods),
    })
    .optional(),
  datePosted: z.string().max(40).optional(),
  url: z.url().max(2000).optional(),
  language: z.string().max(35).optional(),
});
export type PostingInput = z.infer<typeof postingInput>;

/** A posting as the platform knows it; names follow schema.org JobPosting where it has one. */
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
});
export type CanonicalPosting = z.infer<typeof canonicalPosting>;

/** The largest canonical posting as JSON, in bytes: it must fit a Kafka batch with room to spare. */
export const MAX_POSTING_BYTES = 256 * 1024;
