import { findSkills, statsOf } from './describe.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { TaxonomyError } from '../taxonomy/taxonomy.ts';

// The entry of `skillstream taxonomy`: what to do, the word to find, and a folder of one's own.
const [what, word = '', folder] = process.argv.slice(2);

try {
  const taxonomy = loadTaxonomy(folder);
  const lines =
    what === 'stats'
      ? statsOf(taxonomy)
      : what === 'find'
        ? findSkills(taxonomy, word)
        : [`${taxonomy.skills.length} skills, no fault`];
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `nothing is called ${word}\n`);
  process.exitCode = lines.length > 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof TaxonomyError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
