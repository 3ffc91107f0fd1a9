const values = ['remote', 'hybrid', 'onsite'].map((name) => [name, ['workplace', name]] as const);
/** Words that people take for options, with the option that they mean, and its value where it is that. */
const meant = new Map<string, readonly [option: string, value?: string]>([
  ...values,
  ['jobs', ['count', 'jobs']],
  ['sample', ['origin', 'sample']],
  ['level', ['seniority']],
  ['limit', ['top']],
  ['since', ['from']],
  ['until', ['to']],
]);

/**
 * What is wrong with an option that a command does not have, and what was meant where that is likely.
 * @param message what Node says: `Unknown option '--remote'. To specify a positional …`
 * @param known the options of the command
 */
export const unknownOptionText = (message: string, known: object): string => {
  const [said = message] = message.split('. To specify', 1);
  const name = /'--([^']+)'/.exec(said)?.[1] ?? '';
  const [option, value] = meant.get(name) ?? [];
  const isMeant = option !== undefined && Object.hasOwn(known, option);
  const words = value === undefined ? '' : ` ${value}`;
  return isMeant ? `${said}: --${option}${words} does that` : `${said}; --help names all`;
};
