import { spawn } from 'node:child_process';
import { CliError } from '../terminal/cli-error.ts';
import { projectRoot } from '../platform/paths.ts';

type Ran = { code: number; out: string; complaint: string };
export type RunTool = (tool: string, args: readonly string[], input?: string) => Promise<Ran>;

/**
 * Runs kubectl, helm or another tool in the project's folder and waits for its end.
 * @throws CliError when the tool is not installed
 */
export const runTool: RunTool = (tool, args, input = '') =>
  new Promise((resolve, reject) => {
    const child = spawn(tool, args, { cwd: projectRoot, stdio: ['pipe', 'pipe', 'pipe'] });
    let [out, complaint] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
    child.on('error', () => reject(new CliError(`${tool} is not on the PATH: skillstream cluster needs it`)));
    child.on('close', (code) => resolve({ code: code ?? 1, out, complaint }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/**
 * Runs a tool that has to succeed.
 * @returns its standard output
 * @throws CliError with its error message
 */
export const mustRun = async (run: RunTool, tool: string, args: readonly string[], input?: string) => {
  const { code, out, complaint } = await run(tool, args, input);
  if (code !== 0)
    throw new CliError(`${tool} ${args.slice(0, 2).join(' ')}: ${complaint.trim() || `code ${code}`}`);
  return out;
};
