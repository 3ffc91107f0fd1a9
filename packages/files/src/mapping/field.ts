/**
 * What a column can be. Most are fields of a posting as ingestion takes it; the parts of a place and of a pay have
 * columns of their own in files.
 */
export const fields = [
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
export type Field = (typeof fields)[number];
