import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import { createHash } from 'node:crypto';
import { openApiDocument } from '@skillstream/contracts/openapi';
import type { Response } from 'express';
import { readReference } from '../reference/assets.ts';

// Asked for again after a while, and answered by 304 as long as it is the same.
const FOR_A_WHILE = 'public, max-age=300';

// Nothing from elsewhere, nothing inline, in nobody's frame; images that the style sheet holds are data.
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const guarded = (res: Response) =>
  res.set({
    'Content-Security-Policy': contentPolicy,
    'X-Frame-Options': 'DENY',
    'Cache-Control': FOR_A_WHILE,
  });

// All answers send the one Buffer: Express would make one of a text for each, and the hash of it every time.
const shared = (content: Buffer, type: string) => {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return (res: Response) => void res.set('ETag', etag).type(type).send(content);
};

/** The OpenAPI document, and a page that shows it and asks this gateway and nobody else. */
export const referenceHandlers = () => {
  const sendDocument = shared(Buffer.from(JSON.stringify(openApiDocument())), 'json');
  const { page, assets } = readReference();
  const sendPage = shared(page, 'html');
  const sendAsset = new Map([...assets].map(([name, { type, content }]) => [name, shared(content, type)]));
  return {
    getDescription: (_req, res) => sendDocument(res.set('Cache-Control', FOR_A_WHILE)),
    getReference: (_req, res) => sendPage(guarded(res)),
    getReferenceAsset: (req, res) => {
      const send = sendAsset.get(req.params.asset);
      if (!send) throw appError('not-found', `The reference page has no file ${req.params.asset}`);
      send(guarded(res));
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
