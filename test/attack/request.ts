/** A part of a body, as data: short to print, as long to send as it says. */
export type Fragment =
  string | { repeat: string; times: number } | { hex: string } | { skills: number; between: string };

/**
 * A body before it is made. `members`: a packed body is so many times the same member, as gzip allows (RFC 1952, 2.2).
 */
export type Body = { fragments: Fragment[]; coding?: 'gzip' | 'deflate' | 'br'; members?: number };

/** How a request is sent; times in ms. */
export type Manner =
  | { how: 'whole' }
  /** The head and so many bytes, then one byte after each pause, until there is an answer or the client leaves. */
  | { how: 'slow'; bytes: number; pauseMs: number; leaveAfterMs: number }
  /** The head and so many bytes of the body, then the client is gone. */
  | { how: 'abort'; bytes: number }
  /** The answer may go on: the client leaves after this time. */
  | { how: 'listen'; holdMs: number };

/** What a request is, before anybody numbers it. */
export type Draft = {
  method: string;
  /** Path and query, as they stand in the request line, in Latin-1. */
  target: string;
  /** In this order, names as often as they stand here; `{token}` stands for one that may do everything. */
  headers: [name: string, value: string][];
  body: Body | null;
  manner: Manner;
  /** How many of it are sent at once. */
  copies: number;
};

/** One request of a run: the same seed gives the same request at the same number. */
export type AttackRequest = Draft & { number: number; operation: string; attack: string };

/** Whom requests come from who may do everything. */
export const TOKEN = '{token}';

/** A draft of which most is as usual: sent whole, once, with a token, without a body. */
export const draft = (
  method: string,
  target: string,
  { json, ...more }: Partial<Omit<Draft, 'method' | 'target'>> & { json?: Fragment[] } = {},
): Draft => ({
  method,
  target,
  headers: [
    ['Authorization', `Bearer ${TOKEN}`],
    ...(json ? ([['Content-Type', 'application/json']] as [string, string][]) : []),
  ],
  body: json ? { fragments: json } : null,
  manner: { how: 'whole' },
  copies: 1,
  ...more,
});

/** A request in one line, from which it can be sent again. */
export const describeRequest = ({ number, operation, attack, ...rest }: AttackRequest): string =>
  `#${number} ${operation}, ${attack}: ${JSON.stringify(rest)}`;
