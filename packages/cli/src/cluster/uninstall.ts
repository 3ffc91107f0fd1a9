import { CliError } from '../terminal/cli-error.ts';
import { mustRun } from './run-tool.ts';
import { claimsOf, keptSecretsOf, type Target } from './target.ts';

/** Whether helm knows the release. @throws CliError where it cannot tell */
const isInstalled = async ({ run, namespace, release }: Target): Promise<boolean> => {
  const { code, complaint } = await run('helm', ['status', release, '-n', namespace]);
  if (code === 0) return true;
  if (complaint.includes('not found')) return false;
  throw new CliError(`helm status ${release}: ${complaint.trim()}`);
};

/**
 * Uninstalls a release, if it is there, and tells what stays of it; or removes that, too, also of one that was
 * uninstalled before.
 * @returns lines for people
 * @throws CliError where there is neither the release nor anything of it
 */
export const uninstall = async (target: Target, { data }: { data: boolean }): Promise<string[]> => {
  const { run, namespace, release } = target;
  const lines: string[] = [];
  const installed = await isInstalled(target);
  if (installed)
    lines.push((await mustRun(run, 'helm', ['uninstall', release, '-n', namespace, '--wait'])).trim());
  const left = [...(await claimsOf(target)), ...(await keptSecretsOf(target))];
  if (left.length === 0) {
    if (installed) return lines;
    throw new CliError(`there is no release ${release} in ${namespace}, and nothing that one left`);
  }
  if (!data) {
    const command = `skillstream cluster down -n ${namespace} --release ${release} --data`;
    return [...lines, `the data and their passwords stay in ${left.join(', ')}; to delete them: ${command}`];
  }
  await mustRun(run, 'kubectl', ['delete', '-n', namespace, '--ignore-not-found', ...left]);
  return [...lines, `deleted ${left.join(', ')}`];
};
