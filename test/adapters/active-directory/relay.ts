import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire to a domain controller on this machine that a test can cut. TLS goes through it untouched. */
export interface Relay {
  readonly url: string;
  /** How many connections came. */
  connections(): number;
  /** How many of them are still there. */
  open(): number;
  /** From the next answer on: the answer is lost, and the connection with it. */
  cutAtNextAnswer(): void;
  /** Cuts what is connected, at once. */
  cut(): Promise<void>;
  stop(): Promise<void>;
}

/** Relays a free port of 127.0.0.1 to that port. */
export async function startRelay(target: number): Promise<Relay> {
  const clients = new Set<Socket>();
  let came = 0;
  let mode: 'relay' | 'cut' = 'relay';
  const server = createServer((client) => {
    came += 1;
    clients.add(client);
    const upstream = connect(target, '127.0.0.1');
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => {
      if (mode === 'cut') client.destroy();
      else client.write(data);
    });
    upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
    client
      .on('error', () => undefined)
      .on('close', () => {
        clients.delete(client);
        upstream.end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = async (): Promise<void> => {
    await Promise.all(
      [...clients].map((client) => new Promise<void>((gone) => client.once('close', () => gone()).destroy())),
    );
  };
  return {
    url: `ldaps://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => came,
    open: () => clients.size,
    cutAtNextAnswer: () => void (mode = 'cut'),
    cut,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await cut();
      await closed;
    },
  };
}
