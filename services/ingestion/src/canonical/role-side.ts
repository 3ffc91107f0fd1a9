import type { Role } from '@skillstream/contracts';

const WINDOW = 3000;
const FEWEST_TOOLS = 2;
const sideOfTheStack = /\b(full[- ]?stack|front[- ]?end|back[- ]?end)/g;
const ofPage = /\b(?:react|angular|javascript|typescript|ember|vue|backbone|html5?|css3?)\b/g;
const ofServer =
  /\b(?:python|django|flask|ruby|rails|java|scala|golang|clojure|elixir|erlang|php|node(?:\.?js)?|postgres(?:ql)?|mysql|mongodb|kafka|microservices|apis)\b/g;

/**
 * The side of the stack that the first 3,000 characters of a text name most; where they name none, the one whose tools
 * they name: two or more of one side and none of the other, or two or more of both.
 * @returns "other" where neither says it
 */
export const sideOfText = (text: string): Role => {
  const opening = text.slice(0, WINDOW).toLowerCase();
  const count = { fullstack: 0, frontend: 0, backend: 0 };
  for (const [word] of opening.matchAll(sideOfTheStack)) {
    count[word.startsWith('full') ? 'fullstack' : word.startsWith('front') ? 'frontend' : 'backend'] += 1;
  }
  const { fullstack, frontend, backend } = count;
  if (fullstack + frontend + backend === 0) return sideOfTools(opening);
  if (fullstack > 0 || frontend === backend) return 'fullstack';
  return frontend > backend ? 'frontend' : 'backend';
};

const sideOfTools = (text: string): Role => {
  const [page, server] = [kinds(text, ofPage), kinds(text, ofServer)];
  if (page >= FEWEST_TOOLS && server >= FEWEST_TOOLS) return 'fullstack';
  if (server >= FEWEST_TOOLS && page === 0) return 'backend';
  return page >= FEWEST_TOOLS && server === 0 ? 'frontend' : 'other';
};

const kinds = (text: string, tools: RegExp): number => new Set(text.match(tools)).size;
