import { skillsQuery } from '@skillstream/contracts';
import { fault, noQuery } from '@skillstream/runtime';
import { Router } from 'express';
import type { Catalogue } from '../taxonomy/catalogue.ts';

/** `GET /v1/skills` lists the skills of the taxonomy, `GET /v1/skills/{id}` tells of one, or which are nearest. */
export const skillRoutes = (catalogue: Catalogue): Router => {
  const router = Router();
  router.get('/v1/skills', (req, res) => {
    res.json(catalogue.list(skillsQuery.parse(req.query)));
  });
  router.get('/v1/skills/:id', noQuery, (req, res) => {
    const answer = catalogue.find(req.params.id!);
    if (!answer) {
      const nearest = catalogue.nearest(req.params.id!);
      throw fault('not-found', 'The taxonomy has no such skill', { context: { nearest } });
    }
    res.json(answer);
  });
  return router;
};
