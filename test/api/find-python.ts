import { spawnSync } from 'node:child_process';

const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const LEAST = 10;

const minorOf = (name: string): number => {
  const { status, stdout } = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], {
    encoding: 'utf8',
  });
  const [major, minor] = status === 0 ? stdout.trim().split(' ').map(Number) : [];
  return major === 3 ? (minor ?? 0) : 0;
};

/**
 * The name of a Python that schemathesis and checkov run on.
 * @throws Error that says what to install
 */
export const findPython = (): string => {
  const found = names.find((name) => minorOf(name) >= LEAST);
  if (found) return found;
  throw new Error(
    `this suite needs Python 3.${LEAST} or newer with its venv module, and none of ${names.join(', ')} is one ` +
      '(on Debian and Ubuntu: apt-get install python3 python3-venv)',
  );
};
