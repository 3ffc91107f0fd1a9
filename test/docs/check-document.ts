import { posix } from 'node:path';
import { curlFaults, testRunFaults, type Runnable } from './check-commands.ts';
import { codeSpans, linkTargets, parseMarkdown, type Fence } from './parse-markdown.ts';

export type DocIssue = { line: number; message: string };

/** What documents may speak of. Paths are relative to the project's folder. */
export type Project = Runnable & {
  exists: (path: string) => boolean;
  /** Names of npm scripts. */
  scripts: readonly string[];
  /** Names of the subcommands of `skillstream`. */
  commands: readonly string[];
  /** Steps at which FAULT can stop a service. */
  faultSteps: readonly string[];
};

const PATH = /^\.?[\w@-][\w.@-]*(\/[\w.@-]+)+\/?$/;
const FILE = /\.(ts|js|json|md|ya?ml|java|xml)$/;
// In a list or a cell of a table.
const TEST = /(?:^- |\| +)"(.+?)" in \[[^\]]*\]\(([^)]+)\)/g;
const npmOwn = ['ci', 'install', 'exec', 'run'];
// What runs leave behind is not there in a fresh clone; packages of ours are names, not paths.
const notInTheTree = (path: string) => /^(\.skillstream|node_modules|@)/.test(path);

const trimmed = (lines: string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');

/** Whether the block's lines stand in the text in this order without a gap; indentation does not count. */
const standsIn = (block: string[], text: string): boolean => {
  const [wanted, lines] = [trimmed(block), trimmed(text.split('\n'))];
  return lines.some((_, from) => wanted.every((line, i) => lines[from + i] === line));
};

const wordsOfCommands = (code: string, project: Project): string[] => {
  const { scripts, commands, faultSteps } = project;
  const messages = [...curlFaults(code, project), ...testRunFaults(code, project)];
  for (const [, name] of code.matchAll(/(?:^|npm run |[|&] )skillstream (?:-- )?([a-z]+)\b/gm))
    if (!commands.includes(name!)) messages.push(`there is no command: skillstream ${name}`);
  for (const [, run, name] of code.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g))
    if (!scripts.includes(name!) && !(run === undefined && npmOwn.includes(name!)))
      messages.push(`package.json has no script: ${name}`);
  for (const [, step] of code.matchAll(/\b(?:kill|pause):([a-z][a-z-]+)/g))
    if (!faultSteps.includes(step!)) messages.push(`no service has the fault step: ${step}`);
  return messages;
};

/**
 * Checks what a document says about the project: links, paths, commands, npm scripts, fault steps, whether a `curl` is
 * answered and a run of tests finds any, quoted test names
 * (`- "name" in [file](path)`, or so in a table) and blocks that say which file they are from (`file=path`).
 * @param path of the document, relative to the project's folder
 */
export const checkDocument = (path: string, text: string, project: Project): DocIssue[] => {
  const folder = posix.dirname(path);
  const near = (target: string) => posix.normalize(posix.join(folder, target));
  const existsAnywhere = (target: string) =>
    [target, near(target), near(`src/${target}`)].some((place) => project.exists(place));
  // Of folders only those from the project's top are sure to be meant as paths.
  const rooted = (target: string) => project.exists(target.split('/')[0]!);
  const { fences, prose } = parseMarkdown(text);
  const faults: DocIssue[] = [];

  for (const { text: line, line: at } of prose) {
    const say = (message: string) => faults.push({ line: at, message });
    for (const target of linkTargets(line)) {
      const [file] = target.split('#');
      if (!file || /^[a-z]+:/.test(file)) continue;
      if (!project.exists(near(file))) say(`the link leads nowhere: ${target}`);
    }
    for (const code of codeSpans(line)) {
      wordsOfCommands(code, project).forEach(say);
      if (!PATH.test(code) || notInTheTree(code) || !(FILE.test(code) || rooted(code))) continue;
      if (!existsAnywhere(code)) say(`there is no file or folder: ${code}`);
    }
    for (const [, name, file] of line.matchAll(TEST))
      if (!project.read(near(file!))?.includes(name!)) say(`${file} has no test: ${name}`);
  }

  const checkFence = ({ attributes, lines, line }: Fence) => {
    wordsOfCommands(lines.join('\n'), project).forEach((message) => faults.push({ line, message }));
    const { file } = attributes;
    if (file === undefined) return;
    const source = project.read(file);
    if (source === null) faults.push({ line, message: `there is no file: ${file}` });
    else if (!standsIn(lines, source)) faults.push({ line, message: `the block does not stand in ${file}` });
  };
  fences.forEach(checkFence);
  return faults.sort((a, b) => a.line - b.line);
};
