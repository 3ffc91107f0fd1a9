import type { Board, Job } from '../board.ts';
import {
  dateOf,
  fieldOf,
  idOf,
  objectsOf,
  placesOf,
  presentOf,
  requiredOf,
  textOf,
  workplaceOf,
} from '../fields.ts';
import { accountInPath, listIn, nameOfAccount } from '../addresses.ts';
import { jobPostingIn } from '../json-ld.ts';

const secondaryOf = (job: Job): unknown[] =>
  objectsOf(job['secondaryLocations']).map((one) => one['location'] ?? one['locationName']);

const id = (job: Job) => idOf(job) ?? textOf(textOf(job['jobUrl'])?.split('/').at(-1));

/**
 * Ashby's public Posting API: all jobs of an account in one answer, with their texts. The brief list of its own pages
 * is read as well; what that leaves out stands in each job's page as JSON-LD.
 */
export const ashby: Board = {
  name: 'ashby',
  title: 'Ashby',
  docs: 'https://developers.ashbyhq.com/docs/public-job-posting-api',
  format: 'json',
  detect: (url) => accountInPath(url, /^jobs\.ashbyhq\.com$/) ?? accountInPath(url, /^api\.ashbyhq\.com$/, 2),
  list: (account) => `https://api.ashbyhq.com/posting-api/job-board/${account}?includeCompensation=true`,
  page: (body) => ({
    jobs:
      fieldOf(body, 'data') === undefined
        ? listIn(body, 'jobs')
        : listIn(body, 'data', 'jobBoard', 'jobPostings'),
    next: null,
    total: null,
  }),
  detail: (job, account) =>
    (textOf(job['descriptionHtml']) ?? textOf(job['descriptionPlain'])) === undefined
      ? `https://jobs.ashbyhq.com/${account}/${encodeURIComponent(id(job) ?? '')}`
      : null,
  detailFormat: 'html',
  withDetail: (job, body) => {
    const found = jobPostingIn(String(body));
    return {
      ...job,
      descriptionHtml: found['description'],
      publishedAt: found['datePosted'],
      organization: fieldOf(found['hiringOrganization'], 'name'),
      isRemote: found['jobLocationType'] === 'TELECOMMUTE',
    };
  },
  id,
  posting: (job, account) => {
    const html = textOf(job['descriptionHtml']);
    const own = id(job);
    return presentOf({
      ...requiredOf(own, html ?? job['descriptionPlain']),
      descriptionFormat: html === undefined ? ('text' as const) : ('html' as const),
      title: textOf(job['title']),
      organization: textOf(job['organization']) ?? nameOfAccount(account),
      location: placesOf(job['location'] ?? job['locationName'], ...secondaryOf(job)),
      country: textOf(fieldOf(job['address'], 'postalAddress', 'addressCountry')),
      workplace: workplaceOf(job['workplaceType']),
      remote: job['isRemote'] === true ? true : undefined,
      employmentType: textOf(job['employmentType']),
      salaryText: (
        textOf(fieldOf(job['compensation'], 'compensationTierSummary')) ??
        textOf(job['compensationTierSummary'])
      )?.slice(0, 300),
      datePosted: dateOf(job['publishedAt']),
      url: textOf(job['jobUrl']) ?? (own && `https://jobs.ashbyhq.com/${account}/${own}`),
    });
  },
};
