import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server on this machine that can be cut and mended. */
export interface BreakableLine {
  readonly port: number;
  /** Cuts every connection; whoever comes is sent away until it is mended. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function breakableLine(target: { readonly port: number }): Promise<BreakableLine> {
  const open = new Set<Socket>();
  let broken = false;
  const server = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(target.port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      broken = true;
      hangUp();
    },
    mend() {
      broken = false;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      hangUp();
      await closed;
    },
  };
}
