import type { Handlers } from '@skillstream/http';
import type { ReadTrail } from '../journey/read-trail.ts';

/** When and where a posting was tagged and counted, or why it died; of an unknown one nothing, which is no error. */
export const trailHandlers = (readTrail: ReadTrail) =>
  ({
    getCountedTrail: async (req, res) => {
      res.json(await readTrail(req.params.id));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
