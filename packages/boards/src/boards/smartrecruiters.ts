import type { Board, Job } from '../board.ts';
import { dateOf, fieldOf, idOf, presentOf, requiredOf, sectionsOf, textOf } from '../fields.ts';
import { accountInPath, listIn, nameOfAccount, totalIn, withParameters } from '../addresses.ts';

const PAGE = 100;
const parts = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'];

const workplaceOf = (location: unknown) => {
  if (fieldOf(location, 'hybrid') === true) return 'hybrid' as const;
  return fieldOf(location, 'remote') === true ? ('remote' as const) : undefined;
};

const descriptionOf = (job: Job): string | undefined => {
  const sections = fieldOf(job['jobAd'], 'sections');
  return sectionsOf(
    parts.map((part) => ({ title: fieldOf(sections, part, 'title'), html: fieldOf(sections, part, 'text') })),
  );
};

/** SmartRecruiters' Posting API: pages of jobs, their texts one by one. The job's creator is left out. */
export const smartrecruiters: Board = {
  name: 'smartrecruiters',
  title: 'SmartRecruiters',
  docs: 'https://developers.smartrecruiters.com/docs/posting-api',
  format: 'json',
  detect: (url) =>
    accountInPath(url, /^(?:jobs|careers)\.smartrecruiters\.com$/) ??
    accountInPath(url, /^api\.smartrecruiters\.com$/, 2),
  list: (account) =>
    `https://api.smartrecruiters.com/v1/companies/${account}/postings?limit=${PAGE}&offset=0`,
  page: (body, url) => {
    const jobs = listIn(body, 'content');
    const total = totalIn(body, 'totalFound');
    const after = Number(fieldOf(body, 'offset') ?? 0) + jobs.length;
    const more = jobs.length > 0 && after < total;
    return { jobs, next: more ? withParameters(url, { offset: after }) : null, total };
  },
  detail: (job, account) =>
    `https://api.smartrecruiters.com/v1/companies/${account}/postings/${encodeURIComponent(textOf(job['id']) ?? '')}`,
  id: idOf,
  posting: (job, account) =>
    presentOf({
      ...requiredOf(job['id'], descriptionOf(job)),
      descriptionFormat: 'html' as const,
      title: textOf(job['name']),
      organization: textOf(fieldOf(job['company'], 'name')) ?? nameOfAccount(account),
      location: presentOf({
        country: textOf(fieldOf(job['location'], 'country'))?.toUpperCase(),
        region: textOf(fieldOf(job['location'], 'region')),
        city: textOf(fieldOf(job['location'], 'city')),
      }),
      workplace: workplaceOf(job['location']),
      employmentType: textOf(fieldOf(job['typeOfEmployment'], 'label')),
      seniority: textOf(fieldOf(job['experienceLevel'], 'label')),
      datePosted: dateOf(job['releasedDate']),
      url: `https://jobs.smartrecruiters.com/${account}/${textOf(job['id'])}`,
      language: textOf(fieldOf(job['language'], 'code')),
    }),
};
