import { isUtf8 } from 'node:buffer';
import type { Board } from '../board.ts';
import { amountOf, dateOf, idOf, placesOf, presentOf, requiredOf, textOf } from '../fields.ts';
import { listIn } from '../addresses.ts';

/** The board sends some of its texts as UTF-8 that was read as Latin-1 ("SÃ£o Paulo"). */
const repaired = (value: unknown): string | undefined => {
  const text = textOf(value);
  // eslint-disable-next-line no-control-regex
  if (text === undefined || !/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
};

/** Remote OK's API: its newest jobs in one answer, after its terms: link back, and name it as the source. */
export const remoteOk: Board = {
  name: 'remoteok',
  title: 'Remote OK',
  docs: 'https://remoteok.com/api',
  newestOnly: true,
  format: 'json',
  detect: (url) => (/^(?:www\.)?remoteok\.(?:com|io)$/i.test(url.hostname) ? 'all' : null),
  list: () => 'https://remoteok.com/api',
  page: (body) => ({
    jobs: listIn(body).filter((one) => one['legal'] === undefined),
    next: null,
    total: null,
  }),
  id: idOf,
  posting: (job) => {
    const [min, max] = [amountOf(job['salary_min']), amountOf(job['salary_max'])];
    return presentOf({
      ...requiredOf(job['id'], repaired(job['description'])),
      descriptionFormat: 'html' as const,
      title: repaired(job['position']),
      organization: repaired(job['company']),
      location: placesOf(repaired(job['location'])),
      workplace: 'remote' as const,
      salary:
        (min ?? max) === undefined
          ? undefined
          : presentOf({ min, max, currency: 'USD', period: 'year' as const }),
      datePosted: dateOf(job['date']),
      url: textOf(job['url']),
    });
  },
};
