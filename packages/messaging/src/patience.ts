import { appError } from '@skillstream/errors';

/**
 * Timeout of any request to Kafka, after which its client is destroyed. A cluster fences a hanging broker after some
 * 10 s; kafkajs would go on asking it for minutes.
 */
export const PATIENCE_MS = 20_000;

/**
 * Waits for the work up to a timeout, then calls `giveUp`, which must end whatever is in flight; its outcome is
 * unknown.
 * @throws SkillstreamError `timeout`, retryable
 */
export const withPatience = async <T>(
  patienceMs: number,
  work: () => Promise<T>,
  giveUp: () => void,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(appError('timeout', `no answer within ${patienceMs} ms`));
    }, patienceMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
};
