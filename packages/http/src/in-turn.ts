import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Requests of one connection that may wait for the answer before theirs. */
export const MOST_WAITING = 16;

type Answer = (req: IncomingMessage, res: ServerResponse) => void;
type Exchange = { req: IncomingMessage; res: ServerResponse };
type Connection = {
  current: Exchange | null;
  waiting: Exchange[];
  /** Whether nothing more is read, for requests wait. */
  held: boolean;
  /** What ends the connection once all that came whole is answered. */
  refusal: (() => void) | null;
  over: boolean;
};

// As for an upgrade: no request follows, so that the parser leaves the rest of what was read.
const NO_MORE = 2;

// Node would make a request and an answer of all that is left of a read, and keep them until the connection has
// closed, which is after all other connections were read. There is no word for that in its API: without `parser` it
// is only dearer.
const parseNoMore = (socket: Duplex) => {
  const { parser } = socket as Duplex & { parser?: { onIncoming?: () => number } | null };
  if (parser?.onIncoming) parser.onIncoming = () => NO_MORE;
};

/**
 * Answers one request of a connection at a time (RFC 9112, 9.3.2 leaves the order to the server): the next runs when
 * the answer before it is all with the operating system, so that whoever does not read keeps nobody busy. Node would
 * run whatever a read of 64 KB brings, over a thousand at once. While some wait nothing more is read; more than may
 * wait came in one read, and then the connection ends.
 */
export const createConnectionQueues = (response: Answer, mostWaiting = MOST_WAITING) => {
  const connections = new WeakMap<Duplex, Connection>();

  const connectionOf = (socket: Duplex): Connection => {
    const existing = connections.get(socket);
    if (existing) return existing;
    const connection = { current: null, waiting: [], held: false, refusal: null, over: false };
    connections.set(socket, connection);
    // Node reads on by itself after each message, and when what it had to write has gone.
    socket.on('resume', () => connection.held && socket.pause());
    return connection;
  };
  const hold = (socket: Duplex, connection: Connection) => {
    connection.held = true;
    socket.pause();
  };
  const readOn = (socket: Duplex, connection: Connection) => {
    if (!connection.held) return;
    connection.held = false;
    socket.resume();
  };
  const end = (socket: Duplex, connection: Connection, how?: () => void) => {
    connection.over = true;
    connection.waiting = [];
    parseNoMore(socket);
    readOn(socket, connection);
    how?.();
  };

  const next = (socket: Duplex, connection: Connection) => {
    const [exchange] = connection.waiting;
    const { refusal } = connection;
    connection.current = null;
    // Ended, or ending with the answer that was given: `Connection: close`.
    if (connection.over || !socket.writable) return end(socket, connection);
    if (refusal && !exchange?.req.complete) return end(socket, connection, refusal);
    if (!exchange) return;
    connection.waiting.shift();
    if (connection.waiting.length === 0) readOn(socket, connection);
    run(socket, connection, exchange);
  };
  const run = (socket: Duplex, connection: Connection, exchange: Exchange) => {
    connection.current = exchange;
    exchange.res.once('close', () => {
      // Each in a turn of the loop of its own, as if it had come later.
      if (connection.waiting.length > 0) setImmediate(next, socket, connection);
      else next(socket, connection);
    });
    response(exchange.req, exchange.res);
  };

  return {
    /** Answers a request when it is its turn. */
    take: (req: IncomingMessage, res: ServerResponse): void => {
      const { socket } = req;
      const connection = connectionOf(socket);
      // What is left of the last read.
      if (connection.over || connection.refusal) return;
      if (!connection.current) return run(socket, connection, { req, res });
      if (connection.waiting.length >= mostWaiting) {
        end(socket, connection);
        return void socket.destroy();
      }
      connection.waiting.push({ req, res });
      hold(socket, connection);
    },
    /**
     * Ends a connection on which something came that is no request: by `how` when all that came before is answered,
     * at once where it belongs to what is being answered.
     */
    refuse: (socket: Duplex, how: () => void): void => {
      const connection = connectionOf(socket);
      const { current, refusal, over } = connection;
      if (over || refusal) return;
      if (current?.req.complete) connection.refusal = how;
      // Nothing can be said into an answer that has begun.
      else if (current?.res.headersSent) end(socket, connection, () => socket.destroy());
      else end(socket, connection, how);
    },
  };
};
