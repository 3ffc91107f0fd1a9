import type { Board, Job } from '../board.ts';
import {
  dateOf,
  fieldOf,
  idOf,
  objectsOf,
  payOf,
  placesOf,
  presentOf,
  requiredOf,
  sectionsOf,
  textOf,
  textsOf,
  workplaceOf,
} from '../fields.ts';
import { accountInPath, listIn, nameOfAccount, withParameters } from '../addresses.ts';

const PAGE = 100;
const EUROPE = 'eu:';

/** "per-year-salary" and the like; one-time payments are no salary. */
const salaryOf = (range: unknown) =>
  payOf({
    ...{ min: fieldOf(range, 'min'), max: fieldOf(range, 'max'), currency: fieldOf(range, 'currency') },
    period: /^per-(\w+)-/.exec(textOf(fieldOf(range, 'interval')) ?? '')?.[1],
  });

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
  // Accounts in Europe have an API of their own.
  detect: (url) => {
    const account =
      accountInPath(url, /^jobs(?:\.eu)?\.lever\.co$/) ?? accountInPath(url, /^api(?:\.eu)?\.lever\.co$/, 2);
    return account !== null && url.hostname.includes('.eu.') ? `${EUROPE}${account}` : account;
  },
  list: (account) => {
    const [host, name] = account.startsWith(EUROPE)
      ? ['api.eu.lever.co', account.slice(EUROPE.length)]
      : ['api.lever.co', account];
    return `https://${host}/v0/postings/${name}?mode=json&limit=${PAGE}&skip=0`;
  },
  page: (body, url) => {
    const jobs = listIn(body);
    const skip = Number(url.searchParams.get('skip') ?? 0);
    return {
      jobs,
      next: jobs.length < PAGE ? null : withParameters(url, { skip: skip + PAGE }),
      total: null,
    };
  },
  id: idOf,
  posting: (job, account) =>
    presentOf({
      ...requiredOf(job['id'], descriptionOf(job)),
      descriptionFormat: 'html' as const,
      title: textOf(job['text']),
      organization: nameOfAccount(account.replace(EUROPE, '')),
      location: placesOf(
        fieldOf(job['categories'], 'location'),
        ...textsOf(fieldOf(job['categories'], 'allLocations')),
      ),
      country: textOf(job['country']),
      workplace: workplaceOf(job['workplaceType']),
      employmentType: textOf(fieldOf(job['categories'], 'commitment')),
      salary: salaryOf(job['salaryRange']),
      datePosted: dateOf(job['createdAt']),
      url: textOf(job['hostedUrl']),
    }),
};
