import type { Duplex } from 'node:stream';
import type { TokenSource } from '../auth/sign-token.ts';

/** A way to one process of a service that ends at its own loopback. */
export type Reach = {
  /** The process, for the terminal. */
  name: string;
  host: string;
  port: number;
  token: TokenSource;
  /** Where to get a token, for who was refused. */
  tokenFrom: string;
  /** A connection of its own for each request; absent: TCP. */
  connect?: () => Duplex;
  close: () => void;
};
