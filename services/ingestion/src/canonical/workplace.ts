import type { Workplace } from '@skillstream/contracts';
import { derived, given, type Derived } from './derived.ts';
import { workplaceSaid } from './workplace-words.ts';

const hybrid = /\bhybrid\b/i;
// What is hybrid itself, wherever one works on it.
const hybridThings =
  /\bhybrid[- ](?:cloud|vehicles?|cars?|mobile|apps?|electric|powertrains?|it\b|search|integrat\w*|infrastructure|systems?|bonding|events?)/gi;
const notRemote = /\b(no|not|non)[- ]?(?:\w+ )?remote\b|\bremote[: ]+no\b|\bno (?:wfh|work from home)\b/i;
const remote = /\bremote\b|\bwork from (home|anywhere)\b|\bfully distributed\b|\bwfh\b/i;
const onsite = /\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b/i;
// Words for remote that are about something else, or about some days.
const otherwise =
  /\bremote(?:ly)? (?:sensing|support|desktop|access|monitoring|control|execution|debug\w*|servers?|patient|interviews?|offices?|teams?|freelancers?)\b|\b(?:some|occasional|partial|partially|flexible|flex|optional|limited) (?:remote|wfh|work(?:ing)?[- ]from[- ]home)\b|\b(?:wfh|work(?:ing)?[- ]from[- ](?:home|anywhere))\b[^.|\n]{0,40}\b(?:weeks?|days?|months?|occasion\w*|options?|stipend|allowance|friendly|sched\w*|flexib\w*|policy)\b/gi;

export type WorkplaceHints = {
  workplace?: Workplace | undefined;
  remote?: boolean | undefined;
  /** The location as sent. */
  location: string;
  /** Title and first line. */
  header: string;
  /** The plain description. */
  text: string;
};

/**
 * Where the work is done. The sender's own word takes precedence; then location and header ("hybrid" beats a remote
 * flag: boards set the flag for both); then the flag beside set phrases of the text, or these alone.
 * @returns "unknown" where nothing is said, or the flag and the words, or two phrases of the text, contradict each
 * other
 */
export const workplaceOf = (hints: WorkplaceHints): Derived<Workplace> => {
  if (hints.workplace !== undefined && hints.workplace !== 'unknown') return given(hints.workplace);
  const top = `${hints.location} \n ${hints.header}`;
  if (hybrid.test(top.replace(hybridThings, ' '))) return byTop('hybrid', hybrid, hints);
  if (notRemote.test(top)) return hints.remote === true ? unknown : byTop('onsite', notRemote, hints);
  // "Remote or on-site" is an offer of both.
  if (remote.test(top) && remote.test(top.replace(otherwise, ' '))) return byTop('remote', remote, hints);
  const said = workplaceSaid(hints.text);
  const atTheTop = onsite.test(top);
  // Some days on site are a part of hybrid work, and no contradiction.
  if (said.hybrid) return said.remote ? unknown : derived('hybrid', 'text', 'likely');
  if (hints.remote === true) return atTheTop || said.onsite ? unknown : derived('remote', 'field', 'stated');
  if (atTheTop) return byTop('onsite', onsite, hints);
  // Not remote may still be hybrid: the flag alone says where the work is not done.
  if (said.remote)
    return said.onsite || hints.remote === false ? unknown : derived('remote', 'text', 'likely');
  return said.onsite ? derived('onsite', 'text', 'likely') : unknown;
};

const unknown = given<Workplace>('unknown');
const byTop = (workplace: Workplace, words: RegExp, { location }: WorkplaceHints): Derived<Workplace> =>
  words.test(location) ? derived(workplace, 'field', 'stated') : derived(workplace, 'title', 'likely');
