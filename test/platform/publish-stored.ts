import { openAccepted } from './accepted.ts';
import type { Platform } from './platform.ts';
import { allowed } from './token.ts';

/** What no service can read: the record of a posting whose content this is becomes a dead letter. */
export const POISON = Buffer.from('{"title": nothing}');

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
