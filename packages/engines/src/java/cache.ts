import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Report } from '../types.ts';
import { extractRedis } from './redis-binary.ts';
import { javaTool, requireJava, run, runMaven } from './tools.ts';

const sources = join(import.meta.dirname, '../../java');

/**
 * Returns the folder with everything that the java provider runs: jars, our compiled classes, redis-server. It is
 * created on first use, under a temporary name and then renamed, so that concurrent first uses are harmless; its name
 * contains a hash of the pom and the sources, so that a change of either creates a new one.
 */
export async function prepareCache(env: NodeJS.ProcessEnv, report: Report): Promise<string> {
  await requireJava(env);
  const root = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'skillstream');
  const folder = join(root, `engines-${await hashOf(sources)}`);
  if (!existsSync(folder)) {
    await mkdir(root, { recursive: true });
    const draft = await mkdtemp(`${folder}.`);
    try {
      await fill(draft, env, report);
      await rename(draft, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    report(`engines: kept in ${folder}`);
  }
  return folder;
}

/** Returns the class path of a cache folder. */
export function classPath(folder: string): string {
  return [join(folder, 'classes'), join(folder, 'jars', '*')].join(delimiter);
}

async function fill(draft: string, env: NodeJS.ProcessEnv, report: Report): Promise<void> {
  report('engines: first use, fetching the jars of Kafka and the MongoDB server with Maven');
  await cp(sources, draft, { recursive: true });
  let jars = 0;
  const args = ['-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars'];
  await runMaven(args, draft, (line) => {
    if (!/^(\[INFO\] )?(Downloaded|Copying)\b.*\.jar/.test(line)) return;
    jars += 1;
    if (jars % 20 === 0) report(`engines: ${jars} jars`);
  });
  report('engines: compiling the MongoDB server');
  const javaFiles = (await readdir(join(draft, 'src'), { recursive: true })).filter((name) =>
    name.endsWith('.java'),
  );
  const paths = javaFiles.map((name) => join('src', name));
  await run(javaTool('javac', env), ['-nowarn', '-d', 'classes', '-cp', 'jars/*', ...paths], draft);
  const redis = (await readdir(join(draft, 'jars'))).find((name) => name.startsWith('embedded-redis'));
  if (redis) await extractRedis(join(draft, 'jars', redis), draft, env);
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(name.slice(dirname(folder).length)).update(await readFile(name));
  return hash.digest('hex').slice(0, 12);
}
