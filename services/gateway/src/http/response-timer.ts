import type { ClientRequest, IncomingMessage } from 'node:http';

// As of a query, whose signal aborts with the same.
const noResponse = () => new DOMException('The upstream did not begin its response in time', 'TimeoutError');

/**
 * Destroys the request to an upstream that owes its response for too long: since it has everything that the caller
 * sends, or since it takes no more of it. While the caller pauses, nothing is owed. Node's own timeout of a request
 * comes once: one that a pause of the caller has used up would not come again.
 * @param onward the request to the upstream
 * @returns `stop`, for when the response begins, or fails
 */
export const createResponseTimer = (req: IncomingMessage, onward: ClientRequest, timeoutMs: number) => {
  const check = () => {
    if (req.complete || onward.writableNeedDrain) onward.destroy(noResponse());
    else timer.refresh();
  };
  const timer = setTimeout(check, timeoutMs);
  const sinceNow = () => void timer.refresh();
  // By events of the socket's side: a listener for `data` would start a body that is not to flow yet.
  onward.on('drain', sinceNow);
  req.on('end', sinceNow);
  const stop = () => {
    clearTimeout(timer);
    req.off('end', sinceNow);
    onward.off('drain', sinceNow);
  };
  onward.on('close', stop);
  return { stop };
};
