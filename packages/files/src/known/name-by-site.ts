import { roleWords } from './opening.ts';

const address = /(?:https?:(?:\/|&#x2F;){2}|\bwww\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
/** An address without its scheme: "jobs.example.com/acme". */
const bareAddress = /\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}\/\S*/gi;
const word = /[\p{L}\p{N}&'’.]+/gu;
/** What stands between names instead of in them. */
const between = /[|,;:/()]|\s[-–—]+\s/;
/**
 * Whether what follows a name in the middle of an opening makes it something else: "React" before "Developer", or
 * "GitHub" before a colon and an address.
 */
const isOther = (after: string): boolean => /^:\s*\|/.test(after) || roleWords.exec(after)?.index === 0;
const MOST_SITES = 20;
const MOST_WORDS = 40;
/** "The National Society of Black Engineers" has six. */
const LONGEST_NAME = 6;
const SHORTEST_NAME = 3;

/** "co" in "acme.co.uk". */
const shared = /^(?:com?|org|net|ac)$/;
/** The name in a host: "acme" in "jobs.acme.com" and "www.acme.co.uk". */
const nameOfHost = (host: string): string => {
  const labels = host.toLowerCase().split('.').slice(0, -1);
  if (labels.length > 1 && shared.test(labels.at(-1)!)) labels.pop();
  return labels.at(-1)!.replaceAll('-', '');
};
/** "acme" too for "getacme.com", "acmeapp.io" and "acmehq.com". */
const bare = /^(?:get|join|meet|try|use|with|go|the)(?=[a-z]{3})|(?<=[a-z]{3})(?:app|hq|inc|jobs|team)$/g;

/** What of a name an address can have. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The name in the opening line of an advertisement that is also the address of a website in it: "Acme Labs" where the
 * text links to acmelabs.com. What stands first counts, the longest name of it.
 * @param opening as text
 * @param html the whole advertisement; the first 20 names of websites in it are looked at
 */
export const nameBySite = (opening: string, html: string): string | undefined => {
  const sites = new Set<string>();
  for (const [, host] of html.matchAll(address)) {
    if (sites.size >= MOST_SITES) break;
    const name = nameOfHost(host!);
    for (const form of [name, name.replace(bare, '')]) if (form.length >= SHORTEST_NAME) sites.add(form);
  }
  if (sites.size === 0) return undefined;
  const text = opening.replace(address, ' | ').replace(bareAddress, ' | ');
  const words = [...text.matchAll(word)].slice(0, MOST_WORDS);
  for (const [at, first] of words.entries()) {
    for (let last = Math.min(at + LONGEST_NAME, words.length) - 1; last >= at; last -= 1) {
      const end = words[last]!;
      const run = text.slice(first.index, end.index + end[0].length);
      if (!sites.has(letters(run)) || between.test(run)) continue;
      const after = text.slice(end.index + end[0].length).trimStart();
      if (at === 0 || !isOther(after)) return run.replace(/[.'’&\s]+$/, '');
    }
  }
  return undefined;
};
