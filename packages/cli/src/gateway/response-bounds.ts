import { CliError } from '../terminal/cli-error.ts';

/** How much of a response is read, and how long it may take. */
export type ResponseBounds = {
  /** Decompressed. */
  mostBytes: number;
  /** Commas, those in strings included: an upper bound for the number of fields and elements. */
  mostValues: number;
  /** Of a stream: a result is one line. */
  mostLineBytes: number;
  /** Until the response begins: the gateway itself allows each upstream 30 s, and some queries go to several. */
  beginsMs: number;
  /** Without a byte, or in a stream without a line. */
  silentMs: number;
  /** From the request to the end of the response. */
  wholeMs: number;
};

/**
 * The largest response is a page of a reconciliation, 2,000 postings with ids of 1,000 characters of four bytes: 9 MB.
 * A comparison has 1,000 skills, some 300 KB.
 */
export const responseBounds: ResponseBounds = {
  mostBytes: 32 * 1024 * 1024,
  mostValues: 1_000_000,
  mostLineBytes: 1024 * 1024,
  beginsMs: 120_000,
  silentMs: 30_000,
  wholeMs: 300_000,
};

/** Ingestion sends nothing while it waits for its store, and a stream may have any number of lines. */
export const streamBounds: ResponseBounds = { ...responseBounds, silentMs: 120_000, wholeMs: 900_000 };

const COMMA = 0x2c;
const NEWLINE = 0x0a;
const seconds = (ms: number) => `${ms / 1000} s`;

/**
 * Watches one response: `signal` aborts it when it takes too long. That is an ordinary error, which may be retried; a
 * response that is too large is a CliError, which is not.
 */
export const watchResponse = (bounds: ResponseBounds, isStream: boolean, whose = 'the gateway') => {
  const ending = new AbortController();
  const endIn = (ms: number, why: string) => setTimeout(() => ending.abort(new Error(why)), ms);
  const whole = endIn(bounds.wholeMs, `its answer is not at its end after ${seconds(bounds.wholeMs)}`);
  let silent = endIn(bounds.beginsMs, `it says nothing for ${seconds(bounds.beginsMs)}`);
  const onBytes = () => {
    clearTimeout(silent);
    silent = endIn(bounds.silentMs, `it sends nothing for ${seconds(bounds.silentMs)}`);
  };
  const end = () => [whole, silent].forEach((timer) => clearTimeout(timer));

  /** Passes the bytes on as they come, up to the limit. */
  async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const left = { bytes: bounds.mostBytes, values: bounds.mostValues, line: bounds.mostLineBytes };
    try {
      for await (const bytes of body) {
        const lineEnd = bytes.lastIndexOf(NEWLINE);
        left.bytes -= bytes.length;
        for (const byte of bytes) if (byte === COMMA) left.values -= 1;
        left.line =
          lineEnd < 0 ? left.line - bytes.length : bounds.mostLineBytes - (bytes.length - lineEnd - 1);
        if (left.bytes < 0) throw new CliError(`${whose}'s answer has more than ${bounds.mostBytes} bytes`);
        if (left.values < 0)
          throw new CliError(`${whose}'s answer has more than ${bounds.mostValues} values`);
        if (isStream && left.line < 0)
          throw new CliError(`a line of ${whose}'s answer has more than ${bounds.mostLineBytes} bytes`);
        if (!isStream || lineEnd >= 0) onBytes();
        yield bytes;
      }
    } finally {
      end();
    }
  }
  return { signal: ending.signal, onBytes, end, bounded };
};
