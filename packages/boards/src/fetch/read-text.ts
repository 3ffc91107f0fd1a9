import { appError } from '@skillstream/errors';
import type { Response } from 'undici';

/**
 * The text of a response, in UTF-8, decompressed.
 * @throws SkillstreamError `too-large` beyond so many bytes, as soon as they have come
 */
export const readText = async (response: Response, maxBytes: number): Promise<string> => {
  const blocks: Uint8Array[] = [];
  let bytes = 0;
  for await (const block of response.body ?? []) {
    bytes += (block as Uint8Array).length;
    if (bytes > maxBytes) {
      await response.body?.cancel().catch(() => undefined);
      throw appError('too-large', `the answer has over ${maxBytes} bytes`);
    }
    blocks.push(block as Uint8Array);
  }
  return Buffer.concat(blocks).toString('utf8');
};
