import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request } from 'node:http';

const socketFile = '/var/run/docker.sock';

/** Whether a Docker engine responds to /_ping on its socket, or else to `docker version`. Never throws. */
export async function pingDocker(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (!env['DOCKER_HOST'] && existsSync(socketFile) && (await ping())) return true;
  return versionAnswers(env);
}

function ping(timeoutMs = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({ socketPath: socketFile, path: '/_ping', timeout: timeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}

function versionAnswers(env: NodeJS.ProcessEnv, timeoutMs = 5_000): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(
      'docker',
      ['version', '--format', '{{.Server.Version}}'],
      { env, timeout: timeoutMs },
      (error, stdout) => resolve(!error && /^\d/.test(stdout)),
    );
  });
}
