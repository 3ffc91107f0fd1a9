import { Parser } from 'htmlparser2';
import { appError } from '@skillstream/errors';
import type { Job } from './board.ts';
import { fieldOf, objectsOf } from './fields.ts';

/** Script blocks of a page that are looked at. */
const MOST_SCRIPTS = 50;

/** The texts of a page's `application/ld+json` scripts. */
const scriptsIn = (html: string): string[] => {
  const scripts: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag: (name, { type }) => {
      inside = name === 'script' && type === 'application/ld+json' && scripts.length < MOST_SCRIPTS;
      if (inside) scripts.push('');
    },
    ontext: (text) => {
      if (inside) scripts[scripts.length - 1] += text;
    },
    onclosetag: () => {
      inside = false;
    },
  });
  parser.end(html);
  return scripts;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isJobPosting = (one: Job): boolean => [one['@type']].flat().includes('JobPosting');

/**
 * The schema.org JobPosting in a page.
 * @throws SkillstreamError `invalid-input` where there is none
 */
export const jobPostingIn = (html: string): Job => {
  const found = scriptsIn(html)
    .map(parse)
    .flatMap((value) => [...objectsOf([value].flat()), ...objectsOf(fieldOf(value, '@graph'))])
    .find(isJobPosting);
  if (found === undefined) throw appError('invalid-input', 'the page has no JobPosting as JSON-LD');
  return found;
};
