import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '@skillstream/tagger/evaluation';

/** The best public gazetteer on npm, to be measured beside ours; it is no dependency. */
const VERSION = '0.2.0';
const folder = join(homedir(), '.cache/skillstream/skill-extractor', VERSION);
const packed = join(folder, 'node_modules/skill-extractor');

type Extractor = {
  matcher: { extract: (text: string) => [skill: string, start: number, end: number][] };
  candidates: (text: string) => { skill: string; context: string }[];
};

/**
 * Its gazetteer stage alone, without the model that it loads from the network: `extract` is the bare scan,
 * `candidates` the stage as its interface gives it, each hit with the words around it.
 */
export const loadSkillExtractor = async () => {
  if (!existsSync(packed)) {
    mkdirSync(folder, { recursive: true });
    const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    execFileSync('npm', [...words, `skill-extractor@${VERSION}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const { SkillExtractor } = (await import(pathToFileURL(join(packed, 'src/index.js')).href)) as {
    SkillExtractor: new () => Extractor;
  };
  const extractor = new SkillExtractor();
  return {
    candidates: (text: string) => extractor.candidates(text),
    extract: (text: string) =>
      extractor.matcher.extract(text).map(([name, start, end]) => ({ name, start, end })),
  };
};

/** That gazetteer as a system to be measured. */
export const otherGazetteer = async (): Promise<System> => {
  const { extract } = await loadSkillExtractor();
  return { name: 'skill-extractor, gazetteer', find: (text) => extract(text) };
};
