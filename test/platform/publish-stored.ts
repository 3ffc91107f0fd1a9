import { openAccepted } from './accepted.ts';
import type { Platform } from './platform.ts';
import { allowed } from './token.ts';

/**
 * What no service can read as a posting: the record of one whose content this is becomes a dead letter. It is JSON,
 * since `GET /v1/postings/{id}`, which a page may ask at any time, returns it as it stands.
 */
export const POISON = Buffer.from('{"title": 7}');

/**
 * Changes what ingestion stores of a posting behind its back, and has it published again.
 * @returns what was stored before
 */
export const publishStored = async (
  { urls, url }: Platform,
  id: string,
  content: Buffer,
): Promise<Buffer> => {
  const { postings, close } = await openAccepted(urls.mongoUrl);
  const before = await postings.findOneAndUpdate({ _id: id }, { $set: { posting: content } });
  await close();
  const body = JSON.stringify({ postingIds: [id] });
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const { status } = await fetch(`${url}/v1/republish`, await allowed(request));
  if (status !== 202) throw new Error(`${id} is not published again: ${status}`);
  return before!.posting!;
};
