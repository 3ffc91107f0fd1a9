import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The maximum number of requests of one connection that wait for the response before theirs. */
export const MOST_WAITING = 16;

type Answer = (req: IncomingMessage, res: ServerResponse) => void;
type Exchange = { req: IncomingMessage; res: ServerResponse };
type Connection = {
  current: Exchange | null;
  waiting: Exchange[];
  /** Whether reading is paused because requests wait. */
  held: boolean;
  /** The refusal that ends the connection once all complete requests have a response. */
  refusal: (() => void) | null;
  over: boolean;
};

// As after an upgrade: the parser leaves the rest of what was read.
const NO_MORE = 2;

// Node would create a request and a response for everything left of a read, and hold them until the connection is
// closed, which is after all other connections were read. Its API has no way to prevent that; without access to
// `parser` it only costs more.
const parseNoMore = (socket: Duplex) => {
  const { parser } = socket as Duplex & { parser?: { onIncoming?: () => number } | null };
  if (parser?.onIncoming) parser.onIncoming = () => NO_MORE;
};

/**
 * Processes one request of a connection at a time (RFC 9112, 9.3.2 leaves the order of processing to the server): the
 * next starts when the previous response has been handed to the operating system, so that a client that does not read
 * costs no work. Node would process all requests of a read of 64 KB at once, over a thousand. While requests wait
 * reading is paused; if a single read brings more than may wait, the connection is closed.
 */
export const createConnectionQueues = (response: Answer, mostWaiting = MOST_WAITING) => {
  const connections = new WeakMap<Duplex, Connection>();

  const connectionOf = (socket: Duplex): Connection => {
    const existing = connections.get(socket);
    if (existing) return existing;
    const connection = { current: null, waiting: [], held: false, refusal: null, over: false };
    connections.set(socket, connection);
    // Node resumes reading by itself after each message, and when its write buffer has drained.
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
    // Ended, or about to end with the last response: `Connection: close`.
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
      // Each in its own turn of the event loop, as if it had arrived later.
      if (connection.waiting.length > 0) setImmediate(next, socket, connection);
      else next(socket, connection);
    });
    response(exchange.req, exchange.res);
  };

  return {
    /** Processes a request when it is its turn. */
    take: (req: IncomingMessage, res: ServerResponse): void => {
      const { socket } = req;
      const connection = connectionOf(socket);
      // The rest of the last read.
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
     * Ends a connection that received something that is no request: by `how` once all earlier requests have a
     * response, or at once if it belongs to the request in progress.
     */
    refuse: (socket: Duplex, how: () => void): void => {
      const connection = connectionOf(socket);
      const { current, refusal, over } = connection;
      if (over || refusal) return;
      if (current?.req.complete) connection.refusal = how;
      // A response that has begun cannot be replaced by an error.
      else if (current?.res.headersSent) end(socket, connection, () => socket.destroy());
      else end(socket, connection, how);
    },
  };
};
