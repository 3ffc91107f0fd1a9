import type { Board, Job } from '../board.ts';
import { dateOf, fieldOf, placesOf, presentOf, requiredOf, textOf } from '../fields.ts';
import { elementsIn } from '../addresses.ts';

const FEEDS = 'https://weworkremotely.com/categories/';

const id = (job: Job) => textOf(job['guid']) ?? textOf(job['link']);

/** We Work Remotely's RSS feeds, one a category; the account is the category. A title is "Company: Title". */
export const weWorkRemotely: Board = {
  name: 'weworkremotely',
  title: 'We Work Remotely',
  docs: 'https://weworkremotely.com/remote-job-rss-feed',
  newestOnly: true,
  format: 'xml',
  detect: (url) => {
    if (!/^(?:www\.)?weworkremotely\.com$/.test(url.hostname)) return null;
    return (
      /^\/categories\/([a-z0-9-]{1,100})(?:\.rss)?$/.exec(url.pathname)?.[1] ?? 'remote-programming-jobs'
    );
  },
  list: (account) => `${FEEDS}${account}.rss`,
  page: (body) => ({
    jobs: elementsIn(fieldOf(body, 'rss'), 'channel', 'item'),
    next: null,
    total: null,
  }),
  id,
  posting: (job) => {
    const url = textOf(job['link']);
    const [, organization, title] = /^([^:]{1,200}): (.+)$/s.exec(textOf(job['title']) ?? '') ?? [];
    return presentOf({
      ...requiredOf(id(job), job['description']),
      descriptionFormat: 'html' as const,
      title: textOf(title) ?? textOf(job['title']),
      organization: textOf(organization),
      location: placesOf(job['region']),
      workplace: 'remote' as const,
      employmentType: textOf(job['type']),
      datePosted: dateOf(job['pubDate']),
      url,
    });
  },
};
