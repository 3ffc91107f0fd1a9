import { appError } from '@skillstream/errors';
import type { BoardPosting, Job } from './board.ts';

// Boards leave fields out, or give null, '' or another type: what is not as expected is absent, never an error.

/** A text that says something; numbers count. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
};

/** The id of a job whose board calls it so. */
export const idOf = (job: Job): string | undefined => textOf(job['id']);

/** A number above 0: boards write 0 for "not stated". */
export const amountOf = (value: unknown): number | undefined => {
  const amount = typeof value === 'string' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? amount : undefined;
};

/** An object's field, or undefined where it is none. */
export const fieldOf = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Job)[name]
        : undefined,
    value,
  );

/** The objects in a list; an empty list where it is none. */
export const objectsOf = (value: unknown): Job[] =>
  Array.isArray(value) ? value.filter((one): one is Job => typeof one === 'object' && one !== null) : [];

const offset = /:\d{2}(?:\.\d+)?\s*([+-](?:[01]\d|2[0-3])):?([0-5]\d)$/;

/** A time that ends without a zone, which would be one of wherever the process runs. */
const hasNoZone = (text: string): boolean => /\d$/.test(text) && !/[+-]\d{2}:?\d{2}$/.test(text);

/**
 * A time as ISO 8601, from a text or milliseconds, with the offset of the text, since the day counts where it was
 * written, and in UTC where it has none; what is no date is absent.
 */
export const dateOf = (value: unknown): string | undefined => {
  const given = typeof value === 'string' ? value.trim().replace(/^(\S+) (\S+) UTC$/, '$1T$2Z') : value;
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = typeof given === 'string' && hasNoZone(given) ? `${given}Z` : given;
  const found = offset.exec(String(text));
  const zone = found ? `${found[1]}:${found[2]}` : 'Z';
  const written = new Date(new Date(text).getTime() - Date.parse(`1970-01-01T00:00:00${zone}`));
  return Number.isNaN(written.getTime()) ? undefined : written.toISOString().replace('Z', zone);
};

/** Where the work is done, by the word of a board. */
export const workplaceOf = (value: unknown): BoardPosting['workplace'] | undefined => {
  const word = textOf(value)
    ?.toLowerCase()
    .replace(/[\s_-]/g, '');
  if (word === 'remote' || word === 'fullyremote') return 'remote';
  if (word === 'hybrid' || word === 'partlyremote') return 'hybrid';
  return word === 'onsite' || word === 'office' || word === 'inoffice' ? 'onsite' : undefined;
};

/** The texts in a list; an empty list where it is none. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== undefined) : [];

/** A count, also as a text; null where there is none. */
export const countOf = (value: unknown): number | null => {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
};

/** Several places as one text; of one place named twice the first. */
export const placesOf = (...places: unknown[]): string | undefined => {
  const named = places.map(textOf).filter((place) => place !== undefined);
  return [...new Set(named)].join('; ').slice(0, 500) || undefined;
};

const periods = ['year', 'month', 'week', 'day', 'hour'] as const;

/** A pay, where an amount, a currency and a period are stated; a period of another kind is none. */
export const payOf = (stated: {
  min: unknown;
  max: unknown;
  currency: unknown;
  period: unknown;
}): BoardPosting['salary'] => {
  const word = textOf(stated.period)?.toLowerCase();
  const period = periods.find((one) => one === word);
  const currency = textOf(stated.currency)?.toUpperCase();
  const [min, max] = [amountOf(stated.min), amountOf(stated.max)];
  if (period === undefined || currency === undefined || (min ?? max) === undefined) return undefined;
  return presentOf({ min, max, currency, period });
};

/** A description of titled parts, as HTML. */
export const sectionsOf = (parts: { title?: unknown; html?: unknown }[]): string | undefined =>
  parts
    .map(({ title, html }) => {
      const [heading, text] = [textOf(title), textOf(html)];
      if (text === undefined) return '';
      return heading === undefined ? text : `<h3>${heading}</h3>\n${text}`;
    })
    .filter((part) => part !== '')
    .join('\n') || undefined;

/**
 * Whether an id can hold neither an e-mail address nor a phone number or a link as they are written, so that it may be
 * stored and shown as it is, though nothing has masked it.
 */
export const isPlainId = (id: string): boolean => /^[\w-]{1,100}$/.test(id);

/** The board's own id, and the text: without them there is no posting. @throws SkillstreamError `invalid-input` */
export const requiredOf = (id: unknown, description: unknown): { sourceId: string; description: string } => {
  const [sourceId, text] = [textOf(id), textOf(description)];
  if (sourceId === undefined) throw appError('invalid-input', 'a job has no id');
  if (text === undefined)
    throw appError(
      'invalid-input',
      `${isPlainId(sourceId) ? `job ${sourceId}` : 'a job'} has no description`,
    );
  return { sourceId, description: text };
};

/** Fields of a posting without those that are absent. */
export const presentOf = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
