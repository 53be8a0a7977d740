import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a wire snaps: at the nth piece (from 0) that goes that way, which never arrives. */
export interface Snap {
  readonly way: 'there' | 'back';
  readonly piece: number;
}

/** A wire to a server on this machine that can snap anywhere; TLS goes through it untouched. */
export interface SnappingWire {
  readonly port: number;
  /** The next connections share one wire that snaps once; undefined: it holds. */
  snapAt(snap: Snap | undefined): void;
  stop(): Promise<void>;
}

/** Leads a free port of that address to that port of it. */
export async function startSnappingWire(target: { host: string; port: number }): Promise<SnappingWire> {
  const ends = new Set<Socket>();
  let snap: Snap | undefined;
  let passed = 0;
  const snaps = (way: Snap['way']): boolean => {
    if (snap?.way !== way) return false;
    passed += 1;
    if (passed <= snap.piece) return false;
    snap = undefined;
    return true;
  };
  const server = createServer((near) => {
    const far = connect(target);
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const end of [near, far]) ends.add(end.on('error', cut).on('close', cut));
    near.on('data', (data) => (snaps('there') ? cut() : far.write(data)));
    far.on('data', (data) => (snaps('back') ? cut() : near.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, target.host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    snapAt(next) {
      snap = next;
      passed = 0;
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
