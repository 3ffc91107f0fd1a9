import type { Ledger, ObjectivesState } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { residentBytes } from '../platform/memory.ts';
import { readRunFile } from '../platform/run-file.ts';
import { CliError } from '../terminal/cli-error.ts';
import { print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { megabytes } from '../terminal/numbers.ts';
import { objectivesText } from '../terminal/objectives-text.ts';
import { statusCode, statusText, unreadySummary } from '../terminal/status-text.ts';
import { ledgerTable, table } from '../terminal/tables.ts';

const usage = `skillstream status [--json] [--gateway URL] [--token TOKEN]

Health of the services, lag of every consumer by partition, the ledger, objectives with what is left of their budgets,
the alerts that fire, and the memory of the processes here. Of a service that is unavailable it shows the last report,
its age, and why there is no newer one.

Exit codes: 0 all services are ready, and the ledger balances or postings are in flight; 1 no gateway responds;
2 wrong usage; 3 a service is unavailable or waits for something, or there is no ledger; 4 nothing moves and the
ledger does not balance.

${gatewayUsage}`;

const options = { ...gatewayOptions, json: { type: 'boolean', default: false } } as const;

const memory = (): Record<string, number> =>
  Object.fromEntries(
    Object.entries(readRunFile()?.pids ?? {})
      .map(([name, pid]) => [name, residentBytes(pid)] as const)
      .filter((entry): entry is [string, number] => entry[1] !== null),
  );

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const at = gatewayAccess(values);
  const status = await askGateway(at, 'getStatus');
  const found: Ledger | string = await askGateway(at, 'getLedger').catch((error: unknown) => {
    if (error instanceof CliError) return error.message;
    throw error;
  });
  // A gateway of an earlier release has none.
  const objectives: ObjectivesState | null = await askGateway(at, 'getPipeline').then(
    (state) => state.objectives ?? null,
    (error: unknown) => (error instanceof CliError ? null : Promise.reject(error)),
  );
  const memoryBytes = memory();
  const code = statusCode(status, typeof found === 'string' ? null : found);
  if (values.json) {
    printJson({ ...status, ledger: typeof found === 'string' ? null : found, objectives, memoryBytes });
    return code;
  }
  print(statusText(status));
  print(typeof found === 'string' ? `no ledger: ${found}` : ledgerTable(found, unreadySummary(status)));
  print(objectives ? objectivesText(objectives) : 'objectives and alerts are not known');
  const sizes = Object.entries(memoryBytes).map(([name, bytes]) => [name, megabytes(bytes)]);
  if (sizes.length > 0) print(table(['process', 'memory'], sizes, [1]));
  return code;
};

export const status: Command = { usage, run };
