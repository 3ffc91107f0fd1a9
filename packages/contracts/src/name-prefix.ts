import { z } from 'zod';

/** The longest prefix: Kafka allows 249 characters in the name of a topic, and later releases may have longer ones. */
export const MOST_PREFIX_CHARS = 100;

/**
 * What the names of a release begin with in engines that it shares with others; empty: nothing. Kafka allows these
 * characters in the name of a topic. The last one separates: rights to all that begins with `team-a` would be some to
 * `team-ab`, too.
 */
export const NAME_PREFIX = `^([a-zA-Z0-9][a-zA-Z0-9._-]{0,${MOST_PREFIX_CHARS - 2}}[._-])?$`;

export const namePrefix = z
  .string()
  .regex(
    new RegExp(NAME_PREFIX),
    `like team-a. : at most ${MOST_PREFIX_CHARS} letters, digits, dots, hyphens and underscores, with one of the last three at its end`,
  );
