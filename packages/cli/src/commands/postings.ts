import { MOST_LISTED, type PostingsQuery } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { readUnknownSource } from '../gateway/source-names.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { print, printJson, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { postingsText } from '../terminal/postings-text.ts';

const usage = `skillstream postings --source NAME [--job JOB] [--limit 50] [--after ID] [--json] [--gateway URL] [--token TOKEN]
skillstream postings --job JOB [--limit 50] [--after ID] [--json]

Lists postings by their ids: of a source, retracted ones included, or the live ones of a job, or of both. Each with its
id at the source, its title, whether it is live, retracted or expired (its text is gone, and it counts), its job where
several postings are or were of it, and whether it is the one that counts where jobs are counted.

  --source NAME       of this source: skillstream ask sources lists them
  --job JOB           of this job, as the list names it
  --limit N           so many at most (default: 50, at most ${MOST_LISTED})
  --after ID          those after this id: where there are more, the list ends with the command for them

Exit codes: 0 listed; 1 refused, or no gateway responds; 2 wrong usage.

${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  source: { type: 'string' },
  job: { type: 'string' },
  limit: { type: 'string' },
  after: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const run = async (args: string[]): Promise<number> => {
  const { source, job, limit, after, json, ...access } = readArgs(args, options).values;
  if (source === undefined && job === undefined)
    throw usageError('of which source, or of which job? --source NAME, --job JOB, or both');
  const most = limit === undefined ? undefined : wholeNumber('limit', limit, 1, MOST_LISTED);
  const query: PostingsQuery = { source, job, limit: most, after };
  const at = gatewayAccess(access);
  const page = await askGateway(at, 'listPostings', { query });
  const unknown =
    source !== undefined && page.postings.length === 0 ? await readUnknownSource(at, source) : null;
  if (unknown !== null) throw new CliError(unknown);
  if (json) printJson(page);
  else print(postingsText(page, query));
  return 0;
};

export const postings: Command = { usage, run };
