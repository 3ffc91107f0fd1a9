import type { CanonicalPosting } from '@skillstream/contracts';

/** A synthetic posting in the format of `postings.received`. */
export const receivedPosting = (
  postingId: string,
  change: Partial<CanonicalPosting> = {},
): CanonicalPosting => ({
  postingId,
  source: 'test',
  sourceId: '1',
  version: 1,
  title: 'Engineer',
  organization: 'Acme',
  description: 'Words that go no further.',
  location: { country: 'DE', region: null, city: null },
  workplace: 'remote',
  role: 'backend',
  seniority: 'senior',
  employmentType: null,
  salary: null,
  datePosted: '2025-01-31',
  url: null,
  language: 'en',
  contentHash: 'h1',
  receivedAt: '2025-03-01T00:00:00.000Z',
  ...change,
});
