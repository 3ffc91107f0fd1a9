import { USUAL_VERSIONS, versionsQuery, versionsRequest } from '@skillstream/contracts';
import { jsonBody, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { VersionReader } from '../store/version-reader.ts';

/**
 * `GET /v1/versions` pages through all postings by their ids, `POST /v1/versions` looks some up: id, version, whether
 * it is retracted, whether it waits. The gateway compares them with what analytics counts.
 */
export const versionRoutes = (versions: VersionReader): Router => {
  const router = Router();
  router.get('/v1/versions', async (req, res) => {
    const { after, limit = USUAL_VERSIONS } = versionsQuery.parse(req.query);
    res.json(await versions.page(after, limit));
  });
  router.post('/v1/versions', noQuery, jsonBody('2mb'), async (req, res) => {
    const rows = await versions.of(versionsRequest.parse(req.body).postingIds);
    res.json({ rows, next: null });
  });
  return router;
};
