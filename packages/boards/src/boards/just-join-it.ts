import { appError } from '@skillstream/errors';
import type { Board, Job } from '../board.ts';
import {
  amountOf,
  dateOf,
  fieldOf,
  objectsOf,
  payOf,
  placesOf,
  presentOf,
  requiredOf,
  textOf,
  workplaceOf,
} from '../fields.ts';
import { listIn, totalIn, withParameters } from '../addresses.ts';

/** The pay of a contract of employment where there is one, else of the first contract that states it. */
const salaryOf = (job: Job) => {
  const stated = objectsOf(job['employmentTypes']).filter(
    (one) => amountOf(one['from']) ?? amountOf(one['to']),
  );
  const found = stated.find((one) => one['type'] === 'permanent') ?? stated[0];
  return payOf({
    min: found?.['from'],
    max: found?.['to'],
    currency: found?.['currency'],
    period: found?.['unit'],
  });
};

const slugOf = (job: Job) => textOf(job['slug']);
const id = (job: Job) => textOf(job['guid']) ?? slugOf(job);

/** Just Join IT: pages of offers, their texts one by one, by the interface of its own pages, which takes no key. */
export const justJoinIt: Board = {
  name: 'justjoinit',
  title: 'Just Join IT',
  docs: 'https://justjoin.it',
  format: 'json',
  detect: (url) => (/^(?:www\.|api\.)?justjoin\.it$/.test(url.hostname) ? 'all' : null),
  list: () => 'https://api.justjoin.it/v2/user-panel/offers?perPage=100&page=1',
  page: (body, url) => {
    const [jobs, total] = [listIn(body, 'data'), totalIn(body, 'meta', 'totalItems')];
    const next = fieldOf(body, 'meta', 'nextPage') ?? null;
    if (next !== null && typeof next !== 'number')
      throw appError('invalid-input', 'the answer has no number meta.nextPage');
    return { jobs, next: next === null ? null : withParameters(url, { page: next }), total };
  },
  detail: (job) => {
    const slug = slugOf(job);
    return slug === undefined ? null : `https://api.justjoin.it/v1/offers/${encodeURIComponent(slug)}`;
  },
  withDetail: (job, body) => ({ ...job, body: fieldOf(body, 'body') }),
  id,
  posting: (job) => {
    const slug = slugOf(job);
    return presentOf({
      ...requiredOf(id(job), job['body']),
      descriptionFormat: 'html' as const,
      title: textOf(job['title']),
      organization: textOf(job['companyName']),
      location: placesOf(job['city'], ...objectsOf(job['multilocation']).map(({ city }) => city)),
      workplace: workplaceOf(job['workplaceType']),
      employmentType: textOf(job['workingTime']),
      seniority: textOf(job['experienceLevel']),
      salary: salaryOf(job),
      datePosted: dateOf(job['publishedAt']),
      url: slug && `https://justjoin.it/job-offer/${slug}`,
    });
  },
};
