import { request, type IncomingMessage } from 'node:http';
import { operations, problem, processState, type ProcessState } from '@skillstream/contracts';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import type { Reach } from './reach.ts';

type Diagnostic = 'getProcessState' | 'takeCpuProfile' | 'takeHeapSnapshot';

const MOST_TEXT_BYTES = 1_000_000;

const textOf = async (response: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of response) {
    text += String(part);
    if (text.length > MOST_TEXT_BYTES) throw new CliError('the answer is longer than any of ours');
  }
  return text;
};

const refusal = async (reach: Reach, response: IncomingMessage): Promise<CliError> => {
  const text = await textOf(response);
  const read = () => {
    try {
      return problem.safeParse(JSON.parse(text)).data;
    } catch {
      return undefined;
    }
  };
  const said = read();
  const hint = response.statusCode === 401 ? `: ${reach.tokenFrom}, as --token or SKILLSTREAM_TOKEN` : '';
  const why = printable(said?.detail ?? said?.title ?? `status ${response.statusCode}`, 500);
  return new CliError(`${reach.name} refuses: ${why}${hint}`);
};

/**
 * Asks a process for one of its diagnostics.
 * @returns the response, whose body is yet to be read
 * @throws CliError where nobody answers, or the answer is a refusal
 */
export const askProcess = async (
  reach: Reach,
  id: Diagnostic,
  { query = '', signal }: { query?: string; signal?: AbortSignal } = {},
): Promise<IncomingMessage> => {
  const { method, path } = operations[id];
  const token = await reach.token();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({
      ...{ host: reach.host, port: reach.port, method, path: path + query },
      ...(signal && { signal }),
      // Node asks for a connection where there is no agent.
      ...(reach.connect ? { createConnection: reach.connect } : { agent: false }),
      headers: { connection: 'close', ...(token !== null && { authorization: `Bearer ${token}` }) },
    });
    sent.on('response', resolve);
    sent.on('error', (error) => reject(new CliError(`${reach.name} does not answer: ${error.message}`)));
    sent.end();
  });
  if (response.statusCode !== 200) throw await refusal(reach, response);
  return response;
};

/** The memory of a process, and what a snapshot of it would cost. @throws CliError as above */
export const askState = async (reach: Reach): Promise<ProcessState> =>
  processState.parse(JSON.parse(await textOf(await askProcess(reach, 'getProcessState'))));
