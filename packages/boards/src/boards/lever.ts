import type { Board, Job } from '../board.ts';
import {
  amountOf,
  dateOf,
  fieldOf,
  objectsOf,
  placesOf,
  presentOf,
  requiredOf,
  sectionsOf,
  textOf,
  workplaceOf,
} from '../fields.ts';
import { accountInPath, listIn, withParameters } from '../addresses.ts';

const PAGE = 100;

/** "per-year-salary" and the like; one-time payments are no salary. */
const salaryOf = (range: unknown) => {
  const period = /^per-(year|month|week|day|hour)-/.exec(textOf(fieldOf(range, 'interval')) ?? '')?.[1];
  const currency = textOf(fieldOf(range, 'currency'));
  const [min, max] = [amountOf(fieldOf(range, 'min')), amountOf(fieldOf(range, 'max'))];
  if (period === undefined || currency === undefined || (min ?? max) === undefined) return undefined;
  return presentOf({ min, max, currency, period: period as 'year' });
};

const descriptionOf = (job: Job): string | undefined =>
  sectionsOf([
    { html: job['description'] },
    ...objectsOf(job['lists']).map(({ text, content }) => ({ title: text, html: content })),
    { html: job['additional'] },
  ]);

/** Lever's Postings API: pages of jobs with their texts. */
export const lever: Board = {
  name: 'lever',
  title: 'Lever',
  docs: 'https://github.com/lever/postings-api',
  format: 'json',
  detect: (url) =>
    accountInPath(url, /^jobs(?:\.eu)?\.lever\.co$/) ?? accountInPath(url, /^api(?:\.eu)?\.lever\.co$/, 2),
  list: (account) => `https://api.lever.co/v0/postings/${account}?mode=json&limit=${PAGE}&skip=0`,
  page: (body, url) => {
    const jobs = listIn(body);
    const skip = Number(url.searchParams.get('skip') ?? 0);
    return {
      jobs,
      next: jobs.length < PAGE ? null : withParameters(url, { skip: skip + PAGE }),
      total: null,
    };
  },
  posting: (job, account) =>
    presentOf({
      ...requiredOf(job['id'], descriptionOf(job)),
      descriptionFormat: 'html' as const,
      title: textOf(job['text']),
      organization: account,
      location: placesOf(
        fieldOf(job['categories'], 'location'),
        ...((fieldOf(job['categories'], 'allLocations') as unknown[] | undefined) ?? []),
      ),
      country: textOf(job['country']),
      workplace: workplaceOf(job['workplaceType']),
      employmentType: textOf(fieldOf(job['categories'], 'commitment')),
      salary: salaryOf(job['salaryRange']),
      datePosted: dateOf(job['createdAt']),
      url: textOf(job['hostedUrl']),
    }),
};
