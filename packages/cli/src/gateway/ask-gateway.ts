import {
  answerOf,
  createClient,
  ProblemError,
  UnreachableError,
  type Asked,
  type Gateway,
} from '@skillstream/client';
import { sleep } from '@skillstream/runtime';
import type { GatewayAccess } from './access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';

const MOST_CHARS = 1000;

/** What a gateway refused, with every fault by its field. */
export const refusalText = ({ message, problem }: ProblemError): string =>
  [
    printable(message, MOST_CHARS),
    ...(problem?.faults ?? []).map(
      ({ path, message: wrong }) =>
        `  ${path === '' ? '' : `${printable(path)}: `}${printable(wrong, MOST_CHARS)}`,
    ),
  ].join('\n');

const inWords = (address: string, error: unknown): unknown => {
  if (error instanceof ProblemError) return new CliError(refusalText(error));
  if (!(error instanceof UnreachableError)) return error;
  return new CliError(
    error.reason === 'ECONNREFUSED'
      ? `skillstream is not running: npm start (nobody answers at ${address})`
      : `the gateway at ${address} does not answer: ${error.reason}`,
  );
};

/** A client of this gateway that asks in the name of its access. */
export const createGateway = ({ address, token }: GatewayAccess): Gateway =>
  createClient({ baseUrl: address, token });

/**
 * Asks a gateway one question.
 * @throws CliError when nobody answers, or the answer is a problem
 */
export const askGateway = async <T>(
  at: GatewayAccess,
  question: (gateway: Gateway) => Asked<T>,
): Promise<T> => {
  try {
    return await answerOf(question(createGateway(at)));
  } catch (error) {
    throw inWords(at.address, error);
  }
};

const TOO_MANY_REQUESTS = 429;

/**
 * Asks one of many questions: where the gateway says that this is too often, again when it says that it may be asked.
 * @throws CliError when nobody answers, or the answer is another problem
 */
export const askPatiently = async <T>(
  at: GatewayAccess,
  question: (gateway: Gateway) => Asked<T>,
): Promise<T> => {
  for (;;) {
    try {
      return await answerOf(question(createGateway(at)));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== TOO_MANY_REQUESTS)
        throw inWords(at.address, error);
      await sleep((error.retryAfterSeconds ?? 1) * 1000);
    }
  }
};
