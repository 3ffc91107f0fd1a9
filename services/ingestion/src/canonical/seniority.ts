import type { Seniority } from '@skillstream/contracts';
import { seniorityByWords, seniorityInField } from '@skillstream/contracts/seniority-words';
import { derived, given, type Derived } from './derived.ts';

/**
 * The seniority that a posting asks for.
 * @param stated what the sender states, in any words; it takes precedence over the title
 * @param title the posting's title
 * @param phrase the first job title in the text, for postings without a title
 * @returns "unknown" where neither names one
 */
export const seniorityOf = (stated: string | undefined, title: string, phrase = ''): Derived<Seniority> => {
  const fromStated = stated === undefined ? null : seniorityInField(stated);
  if (fromStated !== null && fromStated !== 'unknown') return given(fromStated);
  const fromBoth = seniorityByWords(`${title}\n${phrase}`);
  if (fromBoth === 'unknown') return given(fromBoth);
  return seniorityByWords(title) === fromBoth
    ? derived(fromBoth, 'title', 'likely')
    : derived(fromBoth, 'text', 'guess');
};
