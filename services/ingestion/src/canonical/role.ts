import type { Role } from '@skillstream/contracts';
import { derived, type Derived } from './derived.ts';
import { headJob, listsJobs, titleParts, type TitlePart } from './role-list.ts';
import { sideOfText } from './role-side.ts';
import { makesSoftwareAbroad, wordsAbroad } from './role-words-abroad.ts';

const technical = /engineer|develop|programmer|scientist|architect|administrator|\bsre\b|technical staff/;
const commercial =
  /\b(sales|account (executive|manager|director)|recruit(er|ing)|talent|marketing|customer (success|support|experience)|business development|legal|counsel|finance|accountant|writer|teacher|therapist|nurse|technician|translators?|linguists?|guard|designers?|data (entry|cent(er|re))|(operations|marketing|people|community|clinical|events?|partners?) (project|program|programme) managers?)\b|\b(manufacturing|mechanical|civil|chemical|industrial|structural|solutions?|cam|cnc) (\w+ )?(engineer|programmer)s?\b/;
// A title that only names the subject: "AI Content Expert" makes no models.
const bareAi = /\b(ai|a\.i\.|artificial intelligence|llms?|genai)\b/g;
const makesThings = /engineer|develop|scien|architect|research|lead\b|technical|programmer|machine learning/;
const techWord =
  '(engineering|technology|technical|product|data|software|security|it|platform|infrastructure|ai|ml|r&d|devops|qa|mobile|development)';

// In order: the first rule that matches a title decides. A specialty beats a side of the stack.
const rules: ReadonlyArray<readonly [Role, RegExp]> = [
  [
    'management',
    new RegExp(
      `\\b(cto|cio|ciso|cpo|chief (technology|information|product|data|ai)|scrum masters?|product owners?|(?:engineering|product|(?:dev(?:elopment)? )?team) leads?|` +
        `(engineering|development|software|product|project|program|programme|delivery|technical program|qa|devops|data|it|security|infrastructure|r&d) managers?|` +
        `managers?,? (of )?(software|engineering|product)|` +
        `(head|vp|svp|avp|vice president|director|group lead),? (of |- )?(\\w+ ){0,2}?${techWord}|${techWord} (director|vp|head)s?)\\b`,
    ),
  ],
  [
    'security',
    /\b(security|infosec|appsec|devsecops|secops|cyber\w*|penetration|pentest\w*|red team|threat|vulnerability|cryptograph\w*|soc analyst)\b/,
  ],
  [
    'ml',
    /\b(machine[- ]learning|deep[- ]learning|ml|mle|mlops|ai|a\.i\.|artificial intelligence|nlp|natural language|computer vision|llms?|genai|(research|applied) (scientist|engineer)s?|applied research|reinforcement learning|rl|rlhf|inference|(pre|post)-?training)\b/,
  ],
  [
    'data',
    /\b(data|analytics|dba|database\w*|etl|business intelligence|bi (developer|engineer|analyst)|statistic\w*|quant\w*|hadoop|spark|bigdata)\b/,
  ],
  [
    'devops',
    /\b(dev[- /]?ops|sre|site reliability|reliability|infrastructure|infra|(platform|cloud|network|build|release|operations|production|systems) (engineer|architect)\w*|(platform|cloud|network|systems) specialist\w*|sys[- ]?admins?|(systems?|linux|network|unix) admin\w*|cloud|kubernetes|ops)\b/,
  ],
  [
    'mobile',
    /\b(ios|android|mobile|react[- ]native|flutter|swift|kotlin|objective[- ]c|xamarin|iphone|ipad)\b/,
  ],
  [
    'embedded',
    /\b(embedded|firmware|fpga|asic|rtl|hardware|electrical|electronics?|robotics?|mechatronics?|kernel|device drivers?|controls engineer\w*|iot)\b/,
  ],
  [
    'qa',
    /\b(qa|q\.a\.|sdet|quality (assurance|engineer\w*|analyst)|test(ing)? (engineer|automation|analyst|lead)\w*|tester|software (engineer|developer)s? in test|(?<!(growth|sales|marketing|gtm|ai|process|business|workflow|finance) )automation engineer)\b/,
  ],
  [
    'fullstack',
    /\bfull[- ]?[- ]?stack|\b(php|python|ruby|rails|java|node(\.?js)?|scala|go|golang|django|\.net)(?: ?[/&+,] ?| and )(javascript|typescript|react(\.?js)?|angular(\.?js)?|vue(\.?js)?) (engineer|developer)|\bfront[- ]?end\w*[^|]{1,24}\bback[- ]?end|\bback[- ]?end\w*[^|]{1,24}\bfront[- ]?end/,
  ],
  [
    'frontend',
    /\bfront[- ]?end|\b(ui|ux\/ui|ui\/ux|javascript|typescript|react(\.?js)?|angular(\.?js)?|vue(\.?js)?|ember(\.?js)?|html5?|css) (\w+ )?(engineer|developer|architect)|\b(ui|ux) (engineer|developer)|\bdesign engineer/,
  ],
  ['fullstack', /(?<!back[- ]?end )\bweb (application |app )?(engineer|developer|programmer)/],
  [
    'backend',
    /\bback[- ]?end|\bruby on rails\b|\b(server[- ]?side|api|apis|java|python|golang|go|ruby|rails|ror|php|scala|django|laravel|drupal|wordpress|magento|node(\.?js)?|elixir|clojure|erlang|haskell|rust|perl|microservices|distributed systems|blockchain|solidity|payments|search)[ /](\w+ )?(engineer|developer|programmer|architect)|c\+\+|c#|\.net\b|\bserver (engineer|developer)/,
  ],
];

const software =
  /\b(software|hacker|sde|swe|programmers?|developers?|coders?|(founding|staff|senior|lead|principal|product|application|applications|systems?|forward deployed|solutions?) engineers?|engineers?|engineering|technical lead|tech lead|architects?)\b/;
// "Software Engineer (Scala, Java)"
const serverLanguage =
  /\b(java|python|golang|ruby|php|scala|django|laravel|elixir|clojure|erlang|haskell|rust|perl)\b/;

/**
 * The role of a posting, by ordered word rules on its title. Of several jobs the first counts. A plain "Software
 * Engineer" is decided by a language in the title, then by the text, as `sideOfText` says; without any, "other".
 * @param title the title, or where none was given the first line of the text
 * @param text the plain description
 * @param phrases job titles in the text, used where the title gives no role; empty where the sender gave the title
 */
export const roleOf = (title: string, text: string, phrases: readonly string[] = []): Derived<Role> => {
  const low = title.toLowerCase();
  const byTitle = specificRole(title);
  if (byTitle !== null) return derived(byTitle, 'title', 'likely');
  const byPhrase = phrases
    .values()
    .map(specificRole)
    .find((role) => role !== null);
  if (byPhrase != null) return derived(byPhrase, 'text', 'likely');
  const isTrade = software.test(low) || makesSoftwareAbroad.test(low) || phrases.length > 0;
  if (isTrade && serverLanguage.test(low)) return derived('backend', 'title', 'guess');
  const side = isTrade ? sideOfText(text) : 'other';
  return derived(side, side === 'other' ? 'default' : 'text', 'guess');
};

const specificRole = (words: string): Role | null => {
  const title = words.toLowerCase();
  const parts = titleParts(title);
  if (listsJobs(title, parts)) return firstOf(title, parts);
  const head = isCommercial(title) ? null : headJob(parts);
  return (head === null ? null : roleByRules(head)) ?? roleByRules(title);
};

// Of a list the first job that is of a trade; a software engineer beside two other jobs may be of any.
const firstOf = (title: string, parts: readonly TitlePart[]): Role | null => {
  const jobs = parts.filter(({ isJob }) => isJob);
  const first = jobs[0];
  if (jobs.length > 2 && software.test(first!.words) && roleByRules(first!.words) === null) return null;
  const roles = parts.map(({ words }) => roleByRules(words)).filter((role) => role !== null);
  return roles.find((role) => role !== 'other') ?? roles[0] ?? roleByRules(title);
};

const isCommercial = (low: string): boolean =>
  commercial.test(low) && !technical.test(low.replace(commercial, ' '));

const roleByRules = (low: string): Role | null => {
  if (isCommercial(low)) return 'other';
  const said = makesThings.test(low) ? low : low.replace(bareAi, ' ');
  return rules.find(([role, pattern]) => pattern.test(said) || wordsAbroad[role]?.test(low))?.[0] ?? null;
};
