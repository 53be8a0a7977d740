import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A wire to a domain controller on this machine that a test can cut. TLS goes through it untouched. */
export interface Relay {
  readonly url: string;
  /** How many connections came. */
  connections(): number;
  /** How many of them are still there. */
  open(): number;
  /** How many were there at once, at most. */
  most(): number;
  /** From the next answer on: the answer is lost, and the connection with it. */
  cutAtNextAnswer(): void;
  /** The next message of that kind is lost, and its connection with it; what comes later is relayed. */
  loseOne(message: Message): void;
  /** The next message of that kind is lost, and all is down from then on. */
  dieWith(message: Message): void;
  /** The next request loses its connection and arrives all the same, a while later: nobody hears of its answer. */
  delayOne(): void;
  /** Resolves when everything that was delayed has arrived. */
  arrived(): Promise<void>;
  /** Cuts what is connected, at once. */
  cut(): Promise<void>;
  /** Cuts, and closes the port: nobody is there any more. */
  down(): Promise<void>;
  /** As at the beginning, on the same port. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** From the domain controller, or to it. */
export type Message = 'answer' | 'request';

/** Longer than anybody who looks at once needs to look. */
const DELAY_MS = 250;

/** Relays a free port of that address to a port of it. */
export async function startRelay(target: number, address = '127.0.0.1'): Promise<Relay> {
  const clients = new Set<Socket>();
  let came = 0;
  let most = 0;
  let loses: Message | undefined;
  let then: 'go on' | 'be down' | 'lose more' | 'arrive late' = 'go on';
  let late: Promise<void> = Promise.resolve();
  const server = createServer((client) => {
    came += 1;
    clients.add(client);
    most = Math.max(most, clients.size);
    const upstream = connect(target, address);
    const pass = (message: Message, to: Socket) => (data: Buffer) => {
      if (loses !== message) {
        to.write(data);
        return;
      }
      client.destroy();
      if (then !== 'lose more') loses = undefined;
      if (then === 'arrive late') late = arriveLate(upstream, data);
      if (then === 'be down') void down();
    };
    client.on('data', pass('request', upstream));
    upstream.on('data', pass('answer', client));
    upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
    client
      .on('error', () => undefined)
      .on('close', () => {
        clients.delete(client);
        void late.then(() => upstream.end());
      });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, address, resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = async (): Promise<void> => {
    await Promise.all(
      [...clients].map((client) => new Promise<void>((gone) => client.once('close', () => gone()).destroy())),
    );
  };
  const down = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await cut();
    await closed;
  };
  return {
    url: `ldaps://${address}:${port}`,
    connections: () => came,
    open: () => clients.size,
    most: () => most,
    cutAtNextAnswer() {
      loses = 'answer';
      then = 'lose more';
    },
    loseOne(message) {
      loses = message;
      then = 'go on';
    },
    dieWith(message) {
      loses = message;
      then = 'be down';
    },
    delayOne() {
      loses = 'request';
      then = 'arrive late';
    },
    arrived: () => late,
    cut,
    down,
    async up() {
      loses = undefined;
      if (!server.listening) await listen(port);
    },
    stop: down,
  };
}

async function arriveLate(upstream: Socket, data: Buffer): Promise<void> {
  await pause(DELAY_MS);
  await new Promise<void>((written) => upstream.write(data, () => written()));
}
