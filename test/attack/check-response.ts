import { problem } from '@skillstream/contracts';
import { type Answer, KEPT_BYTES } from './response.ts';
import type { Finding } from './finding.ts';
import type { AttackRequest } from './request.ts';
import type { Outcome } from './send.ts';

const GRAPHQL = /^\/graphql/i;
const graphqlTypes = ['application/json', 'application/graphql-response+json'];

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(Buffer.from(body, 'latin1').toString());
  } catch {
    return undefined;
  }
};

/** What is wrong with the words of an answer that refuses; null where nothing is. */
const wrongWords = ({ method, target }: AttackRequest, { status, headers, body }: Answer): string | null => {
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim();
  const content = jsonOf(body);
  const unread = method === 'HEAD' || body.length >= KEPT_BYTES;
  if (GRAPHQL.test(target) && graphqlTypes.includes(type)) {
    const errors = (content as { errors?: unknown } | undefined)?.errors;
    return unread || Array.isArray(errors) ? null : `is of type ${type} and has no errors`;
  }
  if (type !== 'application/problem+json') return `is of type "${type}", no problem`;
  if (unread) return null;
  const said = problem.safeParse(content);
  if (!said.success) return 'is no problem as RFC 9457 has it';
  return said.data.status === status ? null : `says that its status is ${said.data.status}`;
};

/** What an outcome says that must not be: a status, the words of a refusal, or no answer at all. */
export const checkOutcome = (request: AttackRequest, { end, response, tookMs }: Outcome): Finding[] => {
  const { operation, attack, number } = request;
  const find = (kind: string, what: string): Finding => ({
    kind,
    about: operation,
    detail: `#${number} ${attack}: ${what}`,
    numbers: [number],
  });
  if (end === 'hung') return [find('hangs', `had no whole answer after ${Math.round(tookMs / 1000)} s`)];
  const leaves = request.manner.how !== 'whole';
  if (!response) return end === 'cut' && !leaves ? [find('no answer', 'its connection was cut')] : [];
  const { status, headers, complete } = response;
  const findings: Finding[] = [];
  if (status === 0) findings.push(find('no HTTP', 'what came back is no answer of HTTP/1.1'));
  if (end === 'cut' && !complete && !leaves)
    findings.push(find('answer cut short', `the connection ended in an answer of status ${status}`));
  if (status >= 500 && status !== 503) findings.push(find(`status ${status}`, response.body.slice(0, 300)));
  // One whose end never came may have been left in the middle.
  if (status >= 400 && complete) {
    const wrong = wrongWords(request, response);
    if (wrong) findings.push(find('wrong words', `an answer of status ${status} ${wrong}`));
  }
  if (status === 503 && !/^\d+$/.test(headers['retry-after'] ?? ''))
    findings.push(find('no Retry-After', 'a 503 does not say when to come again'));
  return findings;
};
