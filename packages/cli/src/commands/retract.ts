import type { PostingRecord } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { retractionText } from '../terminal/retraction-text.ts';

const usage = `skillstream retract ID [--json] [--gateway URL] [--token TOKEN]

Takes a posting out of all counts. ID is what the result of sending it names; sent again, the posting counts again. It
takes a token with postings:retract. One that is retracted already stays as it is.

Exit codes: 0 retracted; 1 there is no such posting, the token does not allow it, or no gateway responds; 2 wrong usage.

${gatewayUsage}`;

const options = { ...gatewayOptions, json: { type: 'boolean', default: false } } as const;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['ID'] });
  const params = { id: positionals[0]! };
  const record: PostingRecord = await askGateway(gatewayAccess(values), 'retractPosting', { params });
  if (values.json) printJson(record);
  else print(retractionText(record));
  return 0;
};

export const retract: Command = { usage, run };
