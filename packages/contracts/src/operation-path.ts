import { operations, type OperationId } from './operations.ts';

/**
 * The path of an operation with its parameters filled in and encoded, and its query without undefined values.
 * @throws Error where a path parameter is missing
 */
export const operationPath = (
  id: OperationId,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string => {
  const path = operations[id].path.replace(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`the path of ${id} needs ${name}`);
    return encodeURIComponent(params[name]);
  });
  const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
};
