/** What the words of a text say about where the work of this job is done; any of them may be said. */
export type WorkplaceSaid = { hybrid: boolean; remote: boolean; onsite: boolean };

const anchor =
  /\b(?:hybrid(?:es?)?|home[- ]?office|télétravail|teletrabajo|remote(?:ly)?|wfh|work(?:ing)?[- ]from[- ](?:home|anywhere)|distributed|on-?site|in[- ]office|in[- ]person|offices?)\b/gi;
const MOST = 60;
const REACH = { before: 60, behind: 80 };

const some = '(?:one|two|three|four|[1-4])(?:\\s?(?:-|–|to|or)\\s?(?:\\d|two|three|four|five))?\\+?';
const weekly = '(?:a|per|each|every|/)\\s?week|weekly|/week';
// "Mondays and Thursdays", "Monday-Thursday", and not all five days.
const weekdays = '(?:mon|tues|wednes|thurs)days?,?(?: and | & |, ?| ?[-–] ?| to )(?:tues|wednes|thurs)days?';
const hybridWords = new RegExp(
  String.raw`\bhybrid(?:,|:| \(| (?:work\w*|role|model\b|position|schedule|environment|set[- ]?up|office|basis|policy|approach|remote|team|capacity|rhythm|flexibility|arrangement|in\b))` +
    // Some days of the week here, or there.
    String.raw`|\b${some} (?:full )?(?:days?|times)[ -]?(?:${weekly})[^.\n]{0,40}\b(?:office|on-?site|in[- ]person|home|remote(?:ly)?|hq)\b` +
    String.raw`|\b(?:office|on-?site|in[- ]person|home|remote(?:ly)?|hq)\b[^.\n]{0,30}\b${some} days?[ -]?(?:${weekly})` +
    String.raw`|\b(?:offices?|on-?site|in[- ]person)\b(?:(?!\b(?:hours|open)\b)[^.\n]){0,20}\b${weekdays}|${weekdays}[^.\n]{0,30}\bin[- ]office\b` +
    String.raw`|\bin[- ]office ${some} days|#li-hybrid\b|\b(?:remote|anchor) days\b` +
    String.raw`|\b[1-4](?:\s?[-–]\s?[1-5])?x\s?(?:per |a |/\s?)week` +
    String.raw`|\b${some} days?[^.\n]{0,20}\b(?:office|on-?site|in[- ]person)\b[^.\n]{0,12}(?:${weekly})` +
    String.raw`|\b[1-4]x ?(?:${weekly})[^.\n]{0,20}\b(?:office|on-?site)\b` +
    String.raw`|\(hybrid\)|^location[^\n]{0,40}\bhybrid\b` +
    // German, French and Spanish.
    String.raw`|\bhybrides? arbeit|\b(?:travail|trabajo|modelo) h[iyí]brid` +
    String.raw`|\b(?:home[- ]?office|télétravail|teletrabajo)\b[^.\n]{0,20}\b[1-4] (?:tage?|jours?|días?)` +
    String.raw`|\b[1-4] (?:tage?|jours?|días?)[^.\n]{0,25}(?:home[- ]?office|télétravail|teletrabajo)`,
  'i',
);
const seeks = String.raw`\b(?:hiring|looking for|seeking|searching for|need)\b[^.\n]{0,24}`;
// Not "users who work in the office".
const ours = String.raw`(?<!\b(?:who|users|customers|clients) )`;
const onsiteWords = new RegExp(
  String.raw`${ours}\b(?:work(?:s|ing)?|collaborate|role is|roles are|position is|job is) (?:all |fully |100% |full[- ]time )?(?:on-?site|in[- ]person|in[- ]office|from the office)\b|\b(?:five|5) days?[ -]?(?:a|per|each|every|\/)\s?week[^.\n]{0,40}\b(?:office|on-?site|in[- ]person)\b|\b(?:office|on-?site|in[- ]person)\b[^.\n]{0,30}\b(?:five|5) days\b|\b(?:five|5) days? (?:on-?site|in[- ](?:the )?(?:office|person))\b|\b(?:on-?site|in[- ]person|in[- ]office) (?:role|position|job|only|culture|team|(?:work )?model)\b|\b(?:fully|100 ?%) on-?site\b|\blocation:? ?\(?(?:on-?site|in[- ]person)\b|^(?:on-?site|in[- ]person) (?:in|at)\b|${ours}\b(?:based|work|role is|roles are) (?:in|at|from|out of) (?:our|the) [^.\n]{0,30}\boffice\b|${seeks}[^.\n]{0,60}\b(?:for|in|at) our [^.\n]{0,24}\boffice\b|#li-on-?site\b` +
    String.raw`|${seeks}\bon-?site\b(?! (?:training|support|construction|services?))`,
  'i',
);
const notRemoteWords =
  /\b(?:no|not|cannot|can['’]t|don['’]t|non)\b[- ](?:\w+[ ,-]+){0,4}remote\b|\bremote(?: work)?(?::| is| are| isn['’]t| not)+ (?:no\b|not\b|un)|\bremote: ?no\b/i;
const remoteWords = new RegExp(
  String.raw`#li-remote\b|\b(?:fully|100 ?%|completely|entirely)[- ](?:remote|distributed)\b|\bremote[- ](?:first|only|friendly)\b` +
    String.raw`|\b(?:role|position|job|opportunity) (?:is|can be|may be) (?:also )?(?:performed |done |based )?(?:fully )?remote(?:ly)?\b` +
    String.raw`|\b(?:full[- ]time|permanent) remote\b|\bremote (?:role|position|job|opportunity|full[- ]time)\b` +
    String.raw`|^(?:work )?(?:location|where|workplace)s?\s?:[^\n]{0,40}\bremote\b|^remote\s?(?:$|[/|,(–-]|or\b)|\(remote\)` +
    String.raw`|\b(?:on-?site|office|locally|[A-Z]{2}),? (?:or|\/) remote(?:ly)?\b|\bremote(?:ly)? or (?:on-?site|in[- ]|from our)` +
    String.raw`|\bremote (?:work(?:ers|ing)? )?(?:is |are )?(?:also )?(?:possible|ok(?:ay)?|considered|available|welcome|fine)\b` +
    String.raw`|\b(?:open to|consider|considering|accept|allow|offer|support|embraces?) (?:fully )?remote\b|\bopen to [^.\n]{0,24}\bremote(?:ly)?\b|^remote (?:within|across|innerhalb|anywhere)\b|\b(?:can|may|to) work remotely\b` +
    String.raw`|${seeks}\bremote\b(?! (?:sensing|controls?|controlled|access|desktops?|support|monitoring))|\bor remote(?=[.,;:)(|!]|$)|^(?:we are an? )?remote team\b(?!s)`,
  'im',
);
// How often one eats there says nothing.
const perks = /\b(?:lunch|dinner|breakfast|meal|snack)\w*[^.,;\n]*/gi;
// Of opening hours, or of a team that is always there.
const allWeek = /\bmon\w*[^.\n]{1,6}tue\w*[^.\n]{1,6}wed\w*[^.\n]{1,6}thu\w*[^.\n]{1,6}fri\w*/gi;
const chance = /\b(?:opportunit(?:y|ies)|chance|option)s? to (?:work|collaborate) in[- ]person\b/i;
// Remote or from anywhere for a part of the year, or for a part of the process.
const limited =
  /\b(?:weeks?|months?) (?:a|per|each|every) year\b|\bup to (?:\d+|\w+) (?:weeks?|days?|months?)\b|\bstipend|\ballowance|\bremote (?:interview|call|office|sensing|desktop|server|debug)/i;
// Meeting now and then, of work that is elsewhere.
const rare =
  /\b(?:once|twice|times?|days?|weeks?) (?:a|per|each|every) (?:year|quarter|month)\b|\b(?:every|each) (?:year|quarter|month|few (?:weeks|months))\b|\b(?:quarterly|annually|occasional(?:ly)?(?! (?:telecommut|remote|home|wfh|work|travel(?! to))))\b/i;

/**
 * What a text says about the workplace: set phrases around the words for it, of which the first 60 are read. "Work
 * from anywhere up to 4 weeks a year" says nothing.
 * @param text the plain description
 */
export const workplaceSaid = (text: string): WorkplaceSaid => {
  const said: WorkplaceSaid = { hybrid: false, remote: false, onsite: false };
  anchor.lastIndex = 0;
  let from = 0;
  for (let hits = 0; hits < MOST; hits += 1) {
    const match = anchor.exec(text);
    if (match === null) break;
    const around = sentenceAt(text, match.index, Math.max(from, match.index - REACH.before));
    const ofRemote = /^[rwd]/i.test(match[0]);
    if (hybridWords.test(around.replace(perks, ' ').replace(allWeek, ' '))) said.hybrid = true;
    else if (
      ofRemote
        ? notRemoteWords.test(around)
        : onsiteWords.test(around) && !chance.test(around) && !rare.test(around)
    )
      said.onsite = true;
    else if (ofRemote && remoteWords.test(around) && !limited.test(around)) said.remote = true;
    from = match.index;
    anchor.lastIndex = match.index + match[0].length;
  }
  return said;
};

// The words around a place in the text, in its own line and sentence.
const sentenceAt = (text: string, at: number, from: number): string => {
  const before = text.slice(from, at);
  const cut = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '));
  const behind = text.slice(at, at + REACH.behind);
  const end = behind.search(/\n|[.!] /);
  // Where a line begins before these words, they are not its beginning.
  const opening = cut < 0 && from > 0 ? `… ${before}` : before.slice(cut + 1).replace(/^[^\p{L}\d(#]+/u, '');
  return opening + (end < 0 ? behind : behind.slice(0, end));
};
