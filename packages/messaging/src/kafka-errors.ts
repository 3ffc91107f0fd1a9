import { fault, messageOf, SkillstreamError } from '@skillstream/runtime';

// Protocol errors that say: a newer producer with this transactional id has taken over.
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

const codeOf = (error: unknown) => {
  if (isFenced(error)) return 'fenced';
  return error instanceof SkillstreamError && error.code === 'timeout' ? 'timeout' : 'unavailable';
};

/** An error of kafkajs as one of the family; all of them may pass, so all are retryable. */
export const kafkaFault = (doing: string, error: unknown): SkillstreamError =>
  fault(codeOf(error), `${doing}: ${messageOf(error)}`, { cause: error, retryable: true });
