import type { PlatformStatus } from '@skillstream/contracts';
import { queries } from '../ask/queries.ts';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { readFreshness } from '../gateway/freshness.ts';
import { readUnknownSource } from '../gateway/source-names.ts';
import { filterOptions, filterUsage, queryOf } from '../gateway/filters.ts';
import { usageError } from '../terminal/cli-error.ts';
import { note, print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { duration } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { unreadyLines, type ResultSource } from '../terminal/status-text.ts';

const usage = `skillstream ask demand [filters] [--top N] [--via views|facts]
skillstream ask trend SKILL [filters]
skillstream ask pairs SKILL [filters] [--top N]
skillstream ask salary SKILL [filters]
skillstream ask salaries [filters] [--by role|country|seniority|workplace]
skillstream ask sources [--count jobs] [--via views|facts]
skillstream ask compare A B [filters] [--by role|country|workplace|seniority|period] [--top N]
skillstream ask compare SKILL SKILL [filters] --by skill

How many postings, or distinct jobs, ask for which skill, with the population that each count is a share of and a
95 % interval; which skills occur with one; what the postings pay; where they were taken from; and two roles (or what
--by says) or two skills side by side. Each result says when it was made and whether more postings are in flight;
standard error says which services are unavailable. Exit code 1 also where nothing was ever taken from the --source.

${filterUsage}
  --category NAME     shows only skills of this category, like cloud
  --via views|facts   query this read model
  --json              the response of the gateway as it is
${gatewayUsage}`;

const text = { type: 'string' } as const;
const options = {
  ...gatewayOptions,
  ...filterOptions,
  ...{ top: text, via: text, by: text, category: text },
  json: { type: 'boolean', default: false },
} as const;
const more = ['top', 'via', 'by', 'category'] as const;

// A token may allow queries without `ops:read`: then nothing is printed about the status.
const statusOf = (at: GatewayAccess): Promise<PlatformStatus | null> =>
  askGateway(at, 'getStatus').catch(() => null);

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 0, max: 3 });
  const [name, ...words] = positionals;
  const namedQuery = Object.hasOwn(queries, name!) ? queries[name!] : undefined;
  const all = Object.keys(queries).join(', ');
  if (name === undefined) throw usageError(`QUERY is missing: ${all}; like: ${queries['demand']!.example}`);
  if (!namedQuery) throw usageError(`there is no query "${printable(name, 40)}"; there are ${all}`);
  const missing = namedQuery.words.slice(words.length);
  if (missing.length > 0)
    throw usageError(
      `ask ${name}: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing; like: ${namedQuery.example}`,
    );
  if (words.length > namedQuery.words.length)
    throw usageError(`unexpected: ${words.slice(namedQuery.words.length).join(' ')}`);
  const strange = more.find((option) => values[option] !== undefined && !namedQuery.options.includes(option));
  if (strange) throw usageError(`ask ${name} takes no --${strange}`);
  const given = Object.fromEntries(namedQuery.options.map((option) => [option, values[option]]));
  const query = Object.fromEntries(
    Object.entries({ ...queryOf(values), ...given }).filter(([, value]) => value !== undefined),
  );
  const at = gatewayAccess(values);
  const status = statusOf(at);
  const standing = readFreshness(at);
  const unknown = values.source === undefined ? null : readUnknownSource(at, values.source);
  const away = async (answered: ResultSource | null) => {
    const found = await status;
    return found === null ? [] : unreadyLines(found, answered);
  };
  const { response, show } = await namedQuery.ask(at, words, query).catch(async (error: unknown) => {
    (await away(null)).forEach(note);
    throw error;
  });
  const { age, ...plain } = response;
  if (values.json) printJson(plain);
  else print(show(await standing));
  const stale = age.staleSeconds === null ? [] : [`this answer is ${duration(age.staleSeconds)} old`];
  const answered = { model: response.answeredFrom.model, isStale: age.staleSeconds !== null };
  for (const line of [...(values.json ? stale : []), ...(await away(answered))]) note(line);
  const unknownSource = await unknown;
  if (unknownSource !== null) note(unknownSource);
  return unknownSource === null ? 0 : 1;
};

export const ask: Command = { usage, run };
