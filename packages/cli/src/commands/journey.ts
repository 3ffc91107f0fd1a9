import { textOfJob } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { journeyText } from '../terminal/journey-text.ts';

const usage = `skillstream journey ID [--json] [--gateway URL] [--token TOKEN]

How far a posting is: accepted, published, tagged, counted in views, counted in facts, or dead; each step with its time,
the wait since the step before, the replica, and its record in the log; and whether it is one of several postings of
a job. ID is what the result of sending it names.

Exit codes: 0 counted, or on its way; 1 there is no such posting, or no gateway responds; 2 wrong usage; 3 a service is
away, and a step is not known; 4 the posting is a dead letter.

${gatewayUsage}`;

const options = { ...gatewayOptions, json: { type: 'boolean', default: false } } as const;
const codes = { waiting: 0, counted: 0, unknown: 3, dead: 4 } as const;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['ID'] });
  const [at, input] = [gatewayAccess(values), { params: { id: positionals[0]! } }];
  // A token may allow journeys without `analytics:read`: then nothing is said of its job.
  const record = values.json ? null : askGateway(at, 'getPosting', input).catch(() => null);
  const found = await askGateway(at, 'getJourney', input);
  const job = textOfJob((await record) ?? {});
  if (values.json) printJson(found);
  else print([journeyText(found), ...(job === null ? [] : [job])].join('\n'));
  return codes[found.outcome];
};

export const journey: Command = { usage, run };
