import { connect, type Socket } from 'node:net';
import { createResultReader, type Answer } from './response.ts';
import { TOKEN, type AttackRequest } from './request.ts';

/**
 * What became of a request: answered, its connection cut before or in its answer, still open, or left by us as
 * planned.
 */
export type Outcome = { end: 'answered' | 'cut' | 'hung' | 'left'; response: Answer | null; tookMs: number };

/**
 * How long a request may stay without its answer. Every wait inside the platform is shorter, on a busy machine too.
 */
export const HANG_MS = 90_000;
// Attackers come from another address than whoever sends good postings: one client's limits are not the other's.
const ATTACKER = process.platform === 'linux' ? '127.0.0.66' : '127.0.0.1';

const headOf = ({ method, target, headers, manner }: AttackRequest, bytes: Buffer | null, token: string) => {
  const has = (name: string) => headers.some(([other]) => other.toLowerCase() === name.toLowerCase());
  const usual: [string, string][] = [
    ...(has('Host') ? [] : ([['Host', '127.0.0.1']] as [string, string][])),
    ...(has('Connection') ? [] : ([['Connection', 'close']] as [string, string][])),
  ];
  // One that comes slowly is never complete, whatever its length.
  const length = (bytes?.length ?? 0) + (manner.how === 'slow' ? 1000 : 0);
  if (bytes && !has('Content-Length') && !has('Transfer-Encoding'))
    usual.push(['Content-Length', String(length)]);
  const lines = [...usual, ...headers].map(([name, value]) => `${name}: ${value.replaceAll(TOKEN, token)}`);
  return Buffer.from([`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'), 'latin1');
};

/** Bytes as a chunk of a chunked body, where the request says that it is one. */
const framed = ({ headers }: AttackRequest, bytes: Buffer): Buffer =>
  headers.some(([name, value]) => name === 'Transfer-Encoding' && value === 'chunked')
    ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
    : bytes;

/** Writes as its manner says. @returns what stops it */
const write = (socket: Socket, request: AttackRequest, head: Buffer, bytes: Buffer, leave: () => void) => {
  const { manner } = request;
  const timers: NodeJS.Timeout[] = [];
  socket.write(head);
  if (manner.how === 'whole') socket.write(bytes);
  if (manner.how === 'abort') socket.write(bytes.subarray(0, manner.bytes), leave);
  if (manner.how === 'listen') {
    socket.write(bytes);
    timers.push(setTimeout(leave, manner.holdMs));
  }
  if (manner.how === 'slow') {
    socket.write(framed(request, bytes.subarray(0, manner.bytes)));
    timers.push(
      setInterval(() => socket.write(framed(request, Buffer.from(' '))), manner.pauseMs),
      setTimeout(leave, manner.leaveAfterMs),
    );
  }
  return () => timers.forEach((timer) => clearTimeout(timer));
};

/**
 * Sends one request as it is, on a connection of its own, to this machine and no other.
 * @param port of the gateway that the test has started
 * @param bytes of its body
 * @param hangMs after which it counts as hanging
 */
export const send = (
  request: AttackRequest,
  bytes: Buffer | null,
  port: number,
  token: string,
  hangMs = HANG_MS,
): Promise<Outcome> =>
  new Promise((resolve) => {
    const beganMs = performance.now();
    const reader = createResultReader(request.method);
    const socket = connect({ port, host: '127.0.0.1', localAddress: ATTACKER, noDelay: true });
    const finish = (end: Outcome['end'], closed = false) => {
      stop();
      clearTimeout(hung);
      socket.destroy();
      const response = reader.response(closed);
      resolve({
        end: end === 'cut' && response?.complete ? 'answered' : end,
        response,
        tookMs: performance.now() - beganMs,
      });
    };
    const hung = setTimeout(() => finish('hung'), hangMs);
    const stop = write(socket, request, headOf(request, bytes, token), bytes ?? Buffer.alloc(0), () =>
      finish('left'),
    );
    socket
      .setEncoding('latin1')
      .on('data', (chunk: string) => reader.add(chunk) && finish('answered'))
      .on('error', () => undefined)
      .on('close', () => finish('cut', true));
  });
