import type { DemandQuery } from '@skillstream/contracts';
import { gatewayAddress, gatewayOption } from '../gateway/address.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { filterOptions, filterUsage, queryOf } from '../gateway/filters.ts';
import { usageError } from '../terminal/cli-error.ts';
import { print, readArgs, type Command } from '../terminal/command.ts';
import { demandTable, trendTable } from '../terminal/tables.ts';

const usage = `skillstream ask demand [filters] [--top N] [--json]
skillstream ask trend SKILL [filters] [--json]

How many postings ask for which skill, with the population that each count is a share of and a 95 % interval.

${filterUsage}
  --via views|facts                ask one read model on purpose
  --gateway URL                    (default: the one that runs here)`;

const text = { type: 'string' } as const;
const options = {
  ...gatewayOption,
  ...filterOptions,
  top: text,
  via: text,
  json: { type: 'boolean', default: false },
} as const;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 2 });
  const [question, skill] = positionals;
  const query = { ...queryOf(values), top: values.top, via: values.via } as DemandQuery;
  const address = gatewayAddress(values.gateway);
  if (question === 'demand') {
    if (skill) throw usageError(`unexpected: ${skill}`);
    const answer = await askGateway(address, (gateway) => gateway.GET('/v1/demand', { params: { query } }));
    print(values.json ? JSON.stringify(answer) : demandTable(answer));
    return 0;
  }
  if (question !== 'trend') throw usageError(`there is no question "${question}"; ask demand or trend`);
  if (!skill) throw usageError('which skill? like: ask trend kubernetes');
  const answer = await askGateway(address, (gateway) =>
    gateway.GET('/v1/skills/{id}/trend', { params: { path: { id: skill }, query } }),
  );
  print(values.json ? JSON.stringify(answer) : trendTable(answer));
  return 0;
};

export const ask: Command = { summary: 'ask which skills the market asks for', usage, run };
