import type { Workplace } from '@skillstream/contracts';
import { derived, given, type Derived } from './derived.ts';
import { homeIn } from './home-office.ts';
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
  /\bremote(?:ly)? (?:sensing|support|desktop|access|monitoring|controls?|controlled|execution|debug\w*|servers?|patient|interviews?|offices?|teams?|freelancers?)\b|\b(?:some|occasional|partial|partially|flexible|flex|optional|limited) (?:remote|wfh|work(?:ing)?[- ]from[- ]home)\b|\b(?:wfh|work(?:ing)?[- ]from[- ](?:home|anywhere))\b[^.|\n]{0,40}\b(?:weeks?|days?|months?|occasion\w*|options?|stipend|allowance|friendly|sched\w*|flexib\w*|policy)\b/gi;

/** What is on site, or in person, of work that need not be. */
const onsiteThings =
  /\b(?:on[- ]?site|in[- ]person) (?:interviews?|events?|visits?|meetings?|meet-?ups?|retreats?|off-?sites?|gym|parking|child ?care|cafeteria|training|experts?|support(?! (?:engineer|technician|specialist|analyst)))\b|\binterview\w*[^.|\n]{0,20}\b(?:on[- ]?site|in[- ]person)\b/gi;

const isHybrid = (text: string): boolean => hybrid.test(text.replace(hybridThings, ' '));
const isNotRemote = (text: string): boolean => notRemote.test(text);
const isRemote = (text: string): boolean => remote.test(text) && remote.test(text.replace(otherwise, ' '));
const isOnsite = (text: string): boolean => onsite.test(text) && onsite.test(text.replace(onsiteThings, ' '));

export type WorkplaceHints = {
  workplace?: Workplace | undefined;
  remote?: boolean | undefined;
  /** The location as sent. */
  location: string;
  title: string;
  /** What is headline in the first line of the text. */
  headline: string;
  /** The plain description. */
  text: string;
};

/**
 * Where the work is done. The sender's own word takes precedence; then location, title and headline ("hybrid" beats a
 * remote flag: boards set the flag for both); then the flag beside set phrases of the text, or these alone.
 * @returns "unknown" where nothing is said, or the flag and the words, or two phrases of the text, contradict each
 * other
 */
export const workplaceOf = (hints: WorkplaceHints): Derived<Workplace> => {
  if (hints.workplace !== undefined && hints.workplace !== 'unknown') return given(hints.workplace);
  const hybridAt = foundBy(isHybrid, hints);
  if (hybridAt) return hybridAt('hybrid');
  const notRemoteAt = foundBy(isNotRemote, hints);
  if (notRemoteAt) return hints.remote === true ? unknown : notRemoteAt('onsite');
  // "Remote or on-site" is an offer of both.
  const remoteAt = foundBy(isRemote, hints);
  if (remoteAt) return remoteAt('remote');
  const said = workplaceSaid(hints.text);
  const onsiteAt = foundBy(isOnsite, hints);
  // Some days on site are a part of hybrid work, and no contradiction.
  if (said.hybrid) return said.remote ? unknown : derived('hybrid', 'text', 'likely');
  if (hints.remote === true) return onsiteAt || said.onsite ? unknown : derived('remote', 'field', 'stated');
  const home = homeIn(hints.location);
  if (home === 'only') return onsiteAt || said.onsite ? unknown : derived('remote', 'field', 'guess');
  if (onsiteAt) return onsiteAt('onsite');
  // Boards set the flag to false by default, so it makes words for remote a guess, and says nothing by itself.
  if (said.remote)
    return said.onsite ? unknown : derived('remote', 'text', hints.remote === false ? 'guess' : 'likely');
  if (said.onsite) return derived('onsite', 'text', 'likely');
  return home === null && ofOffice.test(hints.location) ? derived('onsite', 'field', 'guess') : unknown;
};

const everywhere = /^\W*(?:anywhere|worldwide)\W*$/i;
const ofOffice = /\boffice\b/i;
const unknown = given<Workplace>('unknown');

/** What makes a derived value of a workplace that one of the short texts says; null where none does. */
const foundBy = (says: (text: string) => boolean, { location, title, headline }: WorkplaceHints) => {
  if (says(location) || (says === isRemote && everywhere.test(location)))
    return (workplace: Workplace) => derived(workplace, 'field', 'stated');
  const from = says(title) ? 'title' : says(headline) ? 'text' : null;
  return from === null ? null : (workplace: Workplace) => derived(workplace, from, 'likely');
};
