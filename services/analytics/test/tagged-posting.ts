import type { TaggedPosting } from '@skillstream/contracts';

const PLACE = { region: null, city: null };

/** A tag as tagging writes it; its position in the text does not matter here. */
export const tagOf = (skillId: string, category = 'languages') => ({
  ...{ skillId, category, label: skillId, text: skillId },
  start: 0,
  end: skillId.length,
});

/** A synthetic posting in the format of `postings.tagged`. */
export const taggedPostingOf = (
  change: Partial<Omit<TaggedPosting, 'location'>> & { country?: string | null } = {},
): TaggedPosting => {
  const { country = 'DE', ...rest } = change;
  return {
    postingId: 'test.1',
    source: 'test',
    version: 1,
    title: 'Engineer',
    organization: null,
    location: { country, ...PLACE },
    workplace: 'remote',
    role: 'backend',
    seniority: 'senior',
    employmentType: null,
    salary: null,
    datePosted: '2025-01-31',
    language: 'en',
    receivedAt: '2025-12-01T00:00:00.000Z',
    taxonomyVersion: '1',
    tags: [tagOf('go')],
    ...rest,
  };
};
