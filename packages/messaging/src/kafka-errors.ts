import { appError, messageOf, SkillstreamError } from '@skillstream/errors';

// Protocol errors which mean that a newer producer with this transactional id has taken over.
const fencing = new Set([
  'INVALID_PRODUCER_EPOCH',
  'PRODUCER_FENCED',
  'INVALID_PRODUCER_ID_MAPPING',
  'INVALID_TXN_STATE',
]);

const typesOf = (error: unknown): unknown[] => {
  const types: unknown[] = [];
  for (let e = error; e instanceof Error; e = 'originalError' in e ? e.originalError : e.cause) {
    types.push('type' in e ? e.type : undefined);
  }
  return types;
};

/** Whether a newer producer with the same transactional id has taken over. */
export const isFenced = (error: unknown): boolean => typesOf(error).some((type) => fencing.has(String(type)));

const isOfType = (error: unknown, ...wanted: string[]): boolean =>
  typesOf(error).some((type) => wanted.includes(String(type)));

/** Whether a topic, or a partition of it, does not exist. */
export const isMissingTopic = (error: unknown): boolean => isOfType(error, 'UNKNOWN_TOPIC_OR_PARTITION');

/** Whether the broker that was asked is not the group's coordinator (any more, or yet). */
export const isOtherCoordinator = (error: unknown): boolean => isOfType(error, 'NOT_COORDINATOR_FOR_GROUP');

/** Whether a broker refuses records or batches of this size. */
export const isTooLarge = (error: unknown): boolean =>
  isOfType(error, 'MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE');

const codeOf = (error: unknown) => {
  if (isFenced(error)) return 'fenced';
  if (isTooLarge(error)) return 'too-large';
  return error instanceof SkillstreamError && error.code === 'timeout' ? 'timeout' : 'unavailable';
};

/** Converts an error of kafkajs to a `SkillstreamError`. All are transient and retryable, except `too-large`. */
export const kafkaError = (doing: string, error: unknown): SkillstreamError => {
  const code = codeOf(error);
  return appError(code, `${doing}: ${messageOf(error)}`, { cause: error, retryable: code !== 'too-large' });
};
