import { expect, test } from '@jest/globals';
import { createTagger, loadModel, loadTaxonomy, postingText } from '@skillstream/tagger';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { SAMPLE_SEED } from '../packages/cli/src/up/load-sample.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());

// Everything that is counted end to end is compared with this truth; here a posting that is tagged otherwise is
// named.
test.each([1, 4, 7, 11, SAMPLE_SEED])(
  'tagging finds in the made-up postings of seed %d the skills that were put there',
  (seed) => {
    const off: string[] = [];
    for (const { posting, truth } of generateSample({ seed, count: 2400, firstMonth: '2024-01' })) {
      const title = posting.title ?? '';
      const found = new Set(
        tagger.tag(postingText({ ...posting, title }), posting.organization).map(({ skillId }) => skillId),
      );
      const wanted = new Set(truth.skillIds);
      for (const id of new Set([...found, ...wanted]))
        if (found.has(id) !== wanted.has(id))
          off.push(`${wanted.has(id) ? 'missed' : 'wrong'} ${id}: ${posting.description.slice(0, 160)}`);
    }
    expect(off).toEqual([]);
  },
);
