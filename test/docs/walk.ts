import type { ImportsOf, Read } from './imports.ts';

const TABLE = 'packages/contracts/src/operations.ts';

/** What of the project says who calls whom. Paths are relative to the project's folder. */
export type Calls = {
  read: Read;
  importsOf: ImportsOf;
  /** Ids of the operations that a service carries out. */
  operationsOf: (service: string) => readonly string[];
  /** Files of a service that may have handlers of operations. */
  handlersOf: (service: string) => readonly string[];
  /** Names of the topics that a service sends to. */
  sends: (service: string) => readonly string[];
  /** Names of the topics that a consumer group receives from; groups by their key in `groups`. */
  receives: (group: string) => readonly string[];
};

/** The files of a walk in order: its numbered paragraphs each begin with a link to one. */
export const walkOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^\d+\. \[`[^`]+`\]\(\.\.\/([^)]+)\)/gm)].map(([, path]) => path!);

const serviceOf = (path: string): string | null => /^services\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Where a service is put together. */
const rootsOf = (service: string) => [`services/${service}/src/app.ts`, `services/${service}/src/index.ts`];

const ids = (texts: Iterable<RegExpMatchArray>): string[] => [...texts].map(([, id]) => id!);

/**
 * Finds the files that lead to each file of a walk, among those before it: one that imports it, or imports a file that
 * does; the table of operations, when it, or a file that imports it, has a handler; one that takes what the
 * composition root of its service makes of it, be it of the service or of a package; one of its service, when the root
 * starts it, or what the root starts does; one that sends to a topic which it reads. A file between two others must
 * not be a stop of the walk itself, or it would be passed over.
 */
export const createLeaders = ({ read, importsOf, operationsOf, handlersOf, sends, receives }: Calls) => {
  const textOf = (path: string) => read(path) ?? '';

  const isImported = (by: string, file: string, walk: readonly string[]): boolean =>
    importsOf(by).has(file) ||
    [...importsOf(by)].some((between) => !walk.includes(between) && importsOf(between).has(file));

  const hasHandler = (file: string, service: string): boolean => {
    const own = new Set(operationsOf(service));
    return ids(textOf(file).matchAll(/^ +(\w+): /gm)).some((key) => own.has(key));
  };

  const carriesOut = (file: string, walk: readonly string[]): boolean => {
    const service = serviceOf(file);
    if (service === null) return false;
    return handlersOf(service).some(
      (handler) =>
        hasHandler(handler, service) &&
        (handler === file || (!walk.includes(handler) && importsOf(handler).has(file))),
    );
  };

  /** Names that files, by default the roots of a service, give to what they make of a file's exports. */
  const madeOf = (
    file: string,
    service: string,
    makers = rootsOf(service),
  ): { root: string; name: string }[] => {
    const roots = makers.filter((root) => importsOf(root).has(file));
    const factories = ids(textOf(file).matchAll(/^export (?:const|function) (\w+)/gm));
    if (factories.length === 0) return [];
    return roots.flatMap((root) =>
      ids(textOf(root).matchAll(new RegExp(`\\b(\\w+)(?: =|:) (?:${factories.join('|')})\\(`, 'g'))).map(
        (name) => ({ root, name }),
      ),
    );
  };
  const isTaken = (by: string, file: string, service: string): boolean =>
    madeOf(file, service).some(({ name }) => new RegExp(`^ +${name}\\??: \\w`, 'm').test(textOf(by)));
  const isStartedBy = (makers: string[], file: string, service: string): boolean =>
    madeOf(file, service, makers).some(({ root, name }) => textOf(root).includes(`${name}.start()`));
  const isStarted = (file: string, service: string): boolean => {
    const roots = rootsOf(service);
    const parts = roots.flatMap((root) =>
      [...importsOf(root)].filter((part) => isStartedBy(roots, part, service)),
    );
    return isStartedBy([...roots, ...parts], file, service);
  };

  const isReader = (by: string, file: string): boolean => {
    const sender = serviceOf(by);
    if (sender === null || !/\.transact\(|\.publish\(|createTransformRunner\(/.test(textOf(by))) return false;
    if (!/createRunner\(|createTransformRunner\(/.test(textOf(file))) return false;
    const sent = new Set(sends(sender));
    return ids(textOf(file).matchAll(/\bgroups\.(\w+)/g)).some((group) =>
      receives(group).some((topic) => sent.has(topic)),
    );
  };

  const leads = (by: string, file: string, walk: readonly string[]): boolean => {
    if (isImported(by, file, walk)) return true;
    if (by === TABLE && carriesOut(file, walk)) return true;
    const [service, owner] = [serviceOf(by), serviceOf(file)];
    if (service === null) return false;
    if (owner === null) return isTaken(by, file, service);
    return service === owner ? isTaken(by, file, service) || isStarted(file, service) : isReader(by, file);
  };

  /** Those before `walk[at]` that lead to it. */
  return (walk: readonly string[], at: number): string[] =>
    walk.slice(0, at).filter((by) => leads(by, walk[at]!, walk));
};
