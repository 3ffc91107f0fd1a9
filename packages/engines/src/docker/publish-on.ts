import { isIP } from 'node:net';
import type { ContainerRuntimeClient, GenericContainer } from 'testcontainers';

/**
 * Returns the address of this machine at which containers of its Docker engine are reached: loopback, or the bridge
 * when this process runs in a container. Null when the engine is on another machine, whose interfaces are unknown.
 */
export const ownAddress = (host: string, { container }: ContainerRuntimeClient): string | null =>
  isIP(host) !== 0 && (container.dockerode.modem as { socketPath?: string }).socketPath ? host : null;

type Bound = { hostConfig: { PortBindings: Record<string, { HostIp?: string; HostPort: string }[]> } };

/**
 * Publishes a container's ports on a single address: the engines have no passwords, and ports that Docker publishes
 * bypass a firewall. testcontainers has no option for it and publishes on every interface, so this changes the
 * `PortBindings` of the Docker Engine API that its option sets.
 * @param draft a container that exposes ports, and has not started
 */
export const publishOn = (address: string, draft: GenericContainer): GenericContainer => {
  const { PortBindings: bindings } = (draft as unknown as Bound).hostConfig;
  for (const binding of Object.values(bindings).flat()) binding.HostIp = address;
  return draft;
};
