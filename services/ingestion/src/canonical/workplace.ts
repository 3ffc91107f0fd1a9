import type { Workplace } from '@skillstream/contracts';

const hybrid = /\bhybrid\b/i;
const notRemote = /\b(no|not|non)[- ]?(?:\w+ )?remote\b|\bremote[: ]+no\b/i;
const remote = /\bremote\b|\bwork from (home|anywhere)\b|\bfully distributed\b|\bwfh\b/i;
const onsite = /\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b/i;
const hybridInText =
  /\bhybrid (?:work|role|model|position|schedule|environment|set-?up|office|basis|policy|approach|remote|team)|\b(?:days|times) (?:a|per|each) week (?:in|at|from) (?:the|our)\b[^.\n]{0,30}\boffice|\bin[- ]office (?:\d|two|three|four) days/i;
const remoteInText = /\b(?:fully|100%|completely|entirely) remote\b|\bremote[- ](?:first|only|friendly)\b/i;
const onsiteInText = /\b(?:work|working|role is|position is) (?:fully )?(?:on-?site|in[- ]person)\b/i;

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
 * flag: boards set the flag for both); then the flag; then set phrases of the text.
 */
export const workplaceOf = (hints: WorkplaceHints): Workplace => {
  if (hints.workplace !== undefined && hints.workplace !== 'unknown') return hints.workplace;
  const top = `${hints.location} \n ${hints.header}`;
  if (hybrid.test(top)) return 'hybrid';
  if (notRemote.test(top)) return 'onsite';
  if (hints.remote === true || remote.test(top)) return 'remote';
  if (hybridInText.test(hints.text)) return 'hybrid';
  if (onsite.test(top) || hints.remote === false) return 'onsite';
  if (remoteInText.test(hints.text)) return 'remote';
  return onsiteInText.test(hints.text) ? 'onsite' : 'unknown';
};
