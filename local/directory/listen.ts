import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { ServerCertificate } from './certificates.ts';

export interface Listening {
  readonly port: number;
  /** Cuts every connection, those in the middle of a handshake too, and stops listening. */
  stop(): Promise<void>;
}

/** Listens with TLS 1.2 or better; rejects when the port is taken. */
export function listen(
  { certificate, key }: ServerCertificate,
  { host, port }: { host: string; port: number },
  serve: (socket: TLSSocket) => void,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ cert: certificate, key, minVersion: 'TLSv1.2' }, serve);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // A client that slams the door during the handshake is its own business.
  server.on('tlsClientError', (_, socket) => socket.destroy());
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, stop }));
  });
}
