import { randomBytes } from 'node:crypto';

/**
 * The id of a new Kafka cluster: 16 random bytes in URL-safe Base64. Kafka's tools take an id that begins with a dash
 * for an option, so its own `Uuid.randomUuid` draws again then, as this does.
 * @param draw gives the bytes
 */
export function createClusterId(draw: () => Buffer = () => randomBytes(16)): string {
  const id = draw().toString('base64url');
  return id.startsWith('-') ? createClusterId(draw) : id;
}
