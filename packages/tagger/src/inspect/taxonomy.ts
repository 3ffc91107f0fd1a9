import { findSkills, statsOf } from './describe.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { TaxonomyError } from '../taxonomy/taxonomy.ts';

// Entry point of `skillstream taxonomy`. Arguments: the command, the word to find, and another taxonomy folder.
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
