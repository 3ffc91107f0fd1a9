// Makes JavaScript of a folder's TypeScript, in the build of an image: `node strip-types.ts FOLDER`. Node could run
// the sources as they are, but what removes the types takes 25 MB in each process, and part of its start.
import { stripTypeScriptTypes } from 'node:module';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Of imports, of `new URL` and of scripts that are started: a text that is nothing but such a path.
const modulePath = /(['"])((?:\.{1,2}|packages|services)\/[^'"\s]+)\.ts\1/g;
const exported = /"(\.\/[^"\n]+)\.ts"/g;

/**
 * The JavaScript of a module: its types are blanks, and paths of modules end in `.js`, as long as before, so that
 * every place in a stack trace is that of the source.
 */
const toJavaScript = (source: string): string =>
  stripTypeScriptTypes(source).replaceAll(modulePath, '$1$2.js$1');

/** A package.json whose `exports` lead to the modules that were made of its own. */
const withJavaScript = (manifest: string): string => manifest.replaceAll(exported, '"$1.js"');

const replace = (path: string): void => {
  if (path.endsWith('.ts')) {
    // A JavaScript file of that name is another one, and ends the build.
    writeFileSync(path.replace(/ts$/, 'js'), toJavaScript(readFileSync(path, 'utf8')), { flag: 'wx' });
    rmSync(path);
  } else if (path.endsWith('/package.json')) {
    writeFileSync(path, withJavaScript(readFileSync(path, 'utf8')));
  }
};

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) replace(join(folder, name));
}
