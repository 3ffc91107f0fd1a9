import { connect } from 'node:net';

export type RawResponse = { status: number; headers: Record<string, string>; body: string; count: number };

/**
 * Sends bytes on a connection. A server that rejects may close before everything is sent, so a write that fails is no
 * error; what was read by then is the response.
 * @returns the first response, and the number of responses until the connection ended
 */
export const sendRaw = async (port: number, bytes: string): Promise<RawResponse> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).setEncoding('latin1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  // Not once(): that rejects on an error.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('end', () => socket.destroy());
  socket.write(bytes, 'latin1');
  await closed;
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((header) => [
      header.slice(0, header.indexOf(':')).toLowerCase(),
      header.slice(header.indexOf(':') + 1).trim(),
    ]),
  );
  const count = text.match(/HTTP\/1\.1 \d{3} /g)?.length ?? 0;
  return { status: Number(line.split(' ')[1]), headers, body: rest.join('\r\n\r\n'), count };
};
