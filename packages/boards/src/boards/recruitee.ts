import type { Board, Job } from '../board.ts';
import { dateOf, fieldOf, idOf, payOf, presentOf, requiredOf, sectionsOf, textOf } from '../fields.ts';
import { accountInHost, listIn, nameOfAccount } from '../addresses.ts';

const salaryOf = (salary: unknown) =>
  payOf({
    ...{ min: fieldOf(salary, 'min'), max: fieldOf(salary, 'max') },
    ...{ currency: fieldOf(salary, 'currency'), period: fieldOf(salary, 'period') },
  });

const workplaceOf = (job: Job) => {
  if (job['hybrid'] === true) return 'hybrid' as const;
  if (job['remote'] === true) return 'remote' as const;
  return job['on_site'] === true ? ('onsite' as const) : undefined;
};

/** Recruitee's Careers Site API: all offers of an account in one answer. The recruiter's mailbox is left out. */
export const recruitee: Board = {
  name: 'recruitee',
  title: 'Recruitee',
  docs: 'https://docs.recruitee.com/reference/offers',
  format: 'json',
  detect: (url) => accountInHost(url, /^([^.]+)\.recruitee\.com$/),
  list: (account) => `https://${account}.recruitee.com/api/offers/`,
  page: (body) => ({ jobs: listIn(body, 'offers'), next: null, total: null }),
  id: idOf,
  posting: (job, account) =>
    presentOf({
      ...requiredOf(job['id'], sectionsOf([{ html: job['description'] }, { html: job['requirements'] }])),
      descriptionFormat: 'html' as const,
      title: textOf(job['title']),
      organization: textOf(job['company_name']) ?? nameOfAccount(account),
      location: presentOf({
        country: textOf(job['country_code']),
        region: textOf(job['state_name']),
        city: textOf(job['city']),
      }),
      workplace: workplaceOf(job),
      employmentType: textOf(job['employment_type_code']),
      seniority: textOf(job['experience_code']),
      salary: salaryOf(job['salary']),
      datePosted: dateOf(job['published_at'] ?? job['created_at']),
      url: textOf(job['careers_url']),
    }),
};
