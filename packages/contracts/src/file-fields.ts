// Without zod, so that a page can show them to choose from.

/**
 * What a column of a file can be. Most are fields of a posting as ingestion takes it; the parts of a place and of a
 * pay have columns of their own in files.
 */
export const fileFields = [
  'source',
  'sourceId',
  'title',
  'organization',
  'description',
  'descriptionFormat',
  'location',
  'city',
  'region',
  'country',
  'workplace',
  'remote',
  'employmentType',
  'seniority',
  'salary',
  'salaryMin',
  'salaryMax',
  'salaryCurrency',
  'salaryPeriod',
  'datePosted',
  'url',
  'language',
] as const;
export type FileField = (typeof fileFields)[number];

/** Which comes first in `03/04/2025`: the day or the month. */
export const dayOrders = ['dmy', 'mdy'] as const;
/** The marks that tables may have before a quote within quotes, and around a cell; an empty one for none. */
export const tableEscapes = ['"', "'", '\\'] as const;
export const tableQuotes = ['"', "'", ''] as const;

export type DayOrder = (typeof dayOrders)[number];
