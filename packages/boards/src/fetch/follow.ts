import { appError } from '@skillstream/errors';
import type { Response } from 'undici';

const MOST_REDIRECTS = 5;
const redirects = [301, 302, 303, 307, 308];

/**
 * Asks an address, and those that it redirects to. A redirect that says nowhere is the answer.
 * @param request asks one of them, each of which it may refuse
 * @returns the answer, and whose it is
 * @throws SkillstreamError `unavailable`, not retryable, where there are too many; or what `request` throws
 */
export const follow = async <T extends { response: Response }>(
  request: (url: URL) => Promise<T>,
  from: URL,
): Promise<[T, URL]> => {
  let url = from;
  for (let times = 0; times <= MOST_REDIRECTS; times += 1) {
    const answer = await request(url);
    const { status, headers, body } = answer.response;
    const location = redirects.includes(status) ? headers.get('location') : null;
    const to = location === null ? null : URL.parse(location, url.href);
    if (to === null) return [answer, url];
    await body?.cancel();
    url = to;
  }
  throw appError('unavailable', `${from.host} redirects more than ${MOST_REDIRECTS} times`, {
    retryable: false,
  });
};
