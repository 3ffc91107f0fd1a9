/** An answer as far as it came. */
export type Answer = {
  status: number;
  /** By their names in lower case; of those that came twice, the last. */
  headers: Record<string, string>;
  /** The first KEPT_BYTES of it, not chunked any more, in Latin-1. */
  body: string;
  /** Whether it came to its end. */
  complete: boolean;
};

export const KEPT_BYTES = 64 * 1024;

// The sizes of chunks stand between them (RFC 9112, 7.1).
const unchunked = (text: string): string => {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const end = text.indexOf('\r\n', at);
    const size = end < 0 ? NaN : Number.parseInt(text.slice(at, end), 16);
    if (!(size > 0)) return parts.join('');
    parts.push(text.slice(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
};

const headOf = (text: string) => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [line = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers: Record<string, string> = Object.create(null);
  for (const header of lines) {
    const colon = header.indexOf(':');
    headers[header.slice(0, colon).toLowerCase()] = header.slice(colon + 1).trim();
  }
  return { status: Number(/^HTTP\/1\.1 (\d{3})( |$)/.exec(line)?.[1] ?? 0), headers, begins: end + 4 };
};

/** Reads one answer out of what comes on a connection, whatever the method asked leaves out (RFC 9112, 6.3). */
export const createResultReader = (method: string) => {
  let [text, tail, bytes] = ['', '', 0];
  let head: ReturnType<typeof headOf> = null;

  /** Informational answers are no answers yet. */
  const findHead = () => {
    while (!head) {
      const found = headOf(text);
      if (!found) return;
      text = text.slice(found.begins);
      bytes = text.length;
      if (found.status >= 200 || found.status === 0) head = found;
    }
  };
  const isComplete = (closed: boolean): boolean => {
    if (!head) return false;
    const { status, headers } = head;
    if (method === 'HEAD' || status === 204 || status === 304) return true;
    const length = headers['content-length'];
    if (headers['transfer-encoding'] === 'chunked') return /(^|\r\n)0\r\n\r\n$/.test(tail);
    return length === undefined ? closed : bytes >= Number(length);
  };
  return {
    /** @returns whether the answer is complete */
    add: (chunk: string): boolean => {
      bytes += chunk.length;
      tail = (tail + chunk).slice(-16);
      if (text.length < KEPT_BYTES) text += chunk;
      findHead();
      return isComplete(false);
    },
    /** What came until now; null where there is no head. @param closed whether the connection has ended */
    response: (closed: boolean): Answer | null => {
      if (!head) return null;
      const body = head.headers['transfer-encoding'] === 'chunked' ? unchunked(text) : text;
      const { status, headers } = head;
      return { status, headers, body: body.slice(0, KEPT_BYTES), complete: isComplete(closed) };
    },
  };
};
