import type { TagsRequest } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { postingText } from '@skillstream/tagger';
import type { TagsQuery } from '../threads/tags-response.ts';

/** Maximum number of characters of a text: that of a posting's description. */
export const MOST_CHARACTERS = 200_000;
/** Maximum number of characters of a title: that of a posting's. */
export const MOST_TITLE_CHARACTERS = 500;
/** Maximum with `explain`: the longest of 35,632 real postings has 17,103. */
export const MOST_EXPLAINED_CHARACTERS = 20_000;

// Counts code points, as JSON Schema does, but only when the result could matter.
const isLonger = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || [...text].length > most);

const check = (path: string, text: string, most: number, when: string): void => {
  if (!isLonger(text, most)) return;
  const message = `has more than ${most} characters${when}`;
  throw appError('too-large', `The ${path} ${message}`, { context: { faults: [{ path, message }] } });
};

/**
 * Converts a request into a query.
 * @throws SkillstreamError `too-large`, naming the field and its maximum
 */
export const queryOf = (request: TagsRequest, explain: boolean): TagsQuery => {
  const most = explain ? MOST_EXPLAINED_CHARACTERS : MOST_CHARACTERS;
  const when = explain ? ', which is the most with explain=true' : '';
  const organization = request.organization ?? null;
  if ('text' in request) {
    check('text', request.text, most, when);
    return { text: request.text, organization, explain };
  }
  check('title', request.title, MOST_TITLE_CHARACTERS, '');
  check('description', request.description, most, when);
  return { text: postingText(request), organization, explain };
};
