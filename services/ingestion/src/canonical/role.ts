import type { Role } from '@skillstream/contracts';
import { derived, type Derived } from './derived.ts';
import { headJobs, listsJobs, titleParts, type TitlePart } from './role-list.ts';
import { sideOfText } from './role-side.ts';
import {
  bareAi,
  commercial,
  leadsTeam,
  makesThings,
  ofSoftware,
  roleWords,
  technical,
} from './role-words.ts';
import { makesSoftwareAbroad, wordsAbroad } from './role-words-abroad.ts';

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
  const heads = isCommercial(title) ? [] : headJobs(parts);
  return [...heads, title].map(roleByRules).find((role) => role !== null) ?? null;
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
  if (leadsTeam.test(low) && ofSoftware.test(low)) return 'management';
  const said = makesThings.test(low) ? low : low.replace(bareAi, ' ');
  return roleWords.find(([role, pattern]) => pattern.test(said) || wordsAbroad[role]?.test(low))?.[0] ?? null;
};
