import type { PipelineReplica } from '@skillstream/contracts';

/** A replica's letter, by its name: short enough to stand on each partition. */
export type Letters = ReadonlyMap<string, string>;

// Without X, which beside the sign of a partition that nobody reads (✕) is taken for it.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWYZ';
const LETTERS = ALPHABET.length;
const letterAt = (index: number): string => {
  const [before, last] = [Math.floor(index / LETTERS), ALPHABET[index % LETTERS]!];
  return before === 0 ? last : letterAt(before - 1) + last;
};

// FNV-1a with 32 bits (RFC 9923), over UTF-16 units: names are ASCII.
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

// Those that are there choose first, and of them who started first.
const orderOf = ({ gone, snapshot, replica }: PipelineReplica): string =>
  `${gone ? 1 : 0} ${snapshot?.startedAt ?? '9'} ${replica}`;

/**
 * The letters of the replicas of one service: each has the letter that its name makes, so that all pages show the same
 * one, whenever they were opened; where another has that already, the next one that is free.
 */
export const lettersOf = (replicas: readonly PipelineReplica[]): Letters => {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const sorted = replicas.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const indexes = Math.ceil(replicas.length / LETTERS) * LETTERS;
  for (const { replica } of sorted) {
    const own = hashOf(replica) % LETTERS;
    // Its own letter and those after it; when the alphabet is used up, the same with two letters.
    const free = Array.from({ length: indexes }, (_, step) => {
      const round = Math.floor(step / LETTERS) * LETTERS;
      return letterAt(round + ((own + step) % LETTERS));
    }).find((letter) => !taken.has(letter))!;
    taken.add(free);
    given.set(replica, free);
  }
  return given;
};
