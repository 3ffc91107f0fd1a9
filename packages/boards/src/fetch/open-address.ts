import { appError, messageOf, SkillstreamError } from '@skillstream/errors';
import type { Dispatcher, Response } from 'undici';
import { follow } from './follow.ts';
import { undici } from './undici.ts';

export type OpenAddressDeps = {
  dispatcher: Dispatcher;
  /** Who asks. */
  userAgent: string;
  /** Refuses a host that is written as an address. */
  assertHost: (host: string) => void;
  maxBytes: number;
  /** How long a response may take to begin, each of them where there are redirects. */
  timeoutMs: number;
  /** Ends it, also while it is read. */
  signal: AbortSignal;
};
/** A file at an address. `bytes`: its length, null where the server does not say it. */
export type OpenAddress = { bytes: number | null; blocks: AsyncIterable<Buffer> };

const causeOf = (error: unknown): unknown => (error instanceof Error ? (error.cause ?? error) : error);

const unreadable = (host: string, error: unknown): SkillstreamError => {
  const cause = causeOf(error);
  return cause instanceof SkillstreamError
    ? cause
    : appError('unavailable', `${host} cannot be read: ${messageOf(cause)}`, { cause: error });
};

const lengthOf = ({ headers }: Response): number | null => {
  // Of what is decompressed on the way the length is not known.
  const bytes = Number(headers.get('content-length') ?? NaN);
  return headers.get('content-encoding') === null && Number.isSafeInteger(bytes) ? bytes : null;
};

async function* bounded({ body }: Response, host: string, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const block of body ?? []) {
      const { buffer, byteOffset, byteLength } = block as Uint8Array<ArrayBuffer>;
      bytes += byteLength;
      if (bytes > maxBytes) throw appError('too-large', `${host} sends over ${maxBytes} bytes`);
      yield Buffer.from(buffer, byteOffset, byteLength);
    }
  } catch (error) {
    throw unreadable(host, error);
  }
}

const request = async (url: URL, deps: OpenAddressDeps): Promise<Response> => {
  if (!/^https?:$/.test(url.protocol))
    throw appError('invalid-input', `${url.protocol}// is no address by http or https`);
  if (url.username !== '' || url.password !== '')
    throw appError('invalid-input', `an address with a log-in in it is not asked: ${url.host}`);
  deps.assertHost(url.hostname);
  // The time is for the beginning: a file may take as long as its reader.
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(appError('unavailable', `${url.host} does not respond`)),
    deps.timeoutMs,
  );
  try {
    return await undici().fetch(url.href, {
      ...{ dispatcher: deps.dispatcher, redirect: 'manual' },
      signal: AbortSignal.any([deps.signal, late.signal]),
      headers: { accept: '*/*', 'user-agent': deps.userAgent },
    });
  } catch (error) {
    throw unreadable(url.host, error);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Opens a file at an address, by http or https, behind five redirects at most, each of which is looked at like the
 * first.
 * @throws SkillstreamError `invalid-input` for an address that is not asked; `not-found` for a refusal; `unavailable`;
 *   while it is read also `too-large`
 */
export const openAddress = async (address: URL, deps: OpenAddressDeps): Promise<OpenAddress> => {
  const ask = async (url: URL) => ({ response: await request(url, deps) });
  const [{ response }, url] = await follow(ask, address);
  if (response.ok) return { bytes: lengthOf(response), blocks: bounded(response, url.host, deps.maxBytes) };
  await response.body?.cancel();
  throw appError('not-found', `${url.host} responded with ${response.status}`);
};
