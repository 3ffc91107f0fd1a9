import { defaultPathSerializer } from 'openapi-fetch';

const DOTS = /^\.{1,2}$/;

/**
 * The path of a request with its parameters filled in and encoded.
 * @throws TypeError for a parameter of dots, which `fetch` would take for another path, encoded or not
 */
export const pathOf = (template: string, parameters: Record<string, unknown> = {}): string => {
  const [name, value] = Object.entries(parameters).find(([, given]) => DOTS.test(String(given))) ?? [];
  if (name !== undefined)
    throw Object.assign(
      new TypeError(`${name} cannot be "${String(value)}", which is no id but a step in a path`),
      {
        code: 'ERR_INVALID_ARG_VALUE',
      },
    );
  return defaultPathSerializer(template, parameters);
};
