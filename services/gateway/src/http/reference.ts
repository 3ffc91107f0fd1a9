import { openApiDocument } from '@skillstream/contracts/openapi';
import { fault, type Handlers } from '@skillstream/runtime';
import type { Response } from 'express';
import { readReference } from '../reference/assets.ts';

// Asked for again after a while, and answered by 304 as long as it is the same (Express makes the ETag).
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

/** The OpenAPI document, and a page that shows it and asks this gateway and nobody else. */
export const referenceHandlers = () => {
  const document = JSON.stringify(openApiDocument());
  const { page, assets } = readReference();
  return {
    getDescription: (_req, res) => {
      res.set('Cache-Control', FOR_A_WHILE).type('json').send(document);
    },
    getReference: (_req, res) => void guarded(res).type('html').send(page),
    getReferenceAsset: (req, res) => {
      const asset = assets.get(req.params.asset);
      if (!asset) throw fault('not-found', `The reference page has no file ${req.params.asset}`);
      guarded(res).type(asset.type).send(asset.content);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
