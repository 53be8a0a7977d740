import { createSocket } from 'node:dgram';
import { type Answer, decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED } from 'dns-packet';

/** A DNS server on this machine, which says what a test wants. */
export interface DnsServer {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** How often each name was asked for. */
  asked(): Readonly<Record<string, number>>;
  /** From now on these are all records there are; undefined: it keeps silent. */
  knows(records: readonly Answer[] | undefined): void;
  stop(): Promise<void>;
}

/** NXDOMAIN (RFC 1035 §4.1.1): there is no such name. */
const NO_SUCH_NAME = 3;

export async function startDnsServer(): Promise<DnsServer> {
  let known: readonly Answer[] | undefined = [];
  const asked: Record<string, number> = {};
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (!question) return;
    const name = question.name.toLowerCase();
    asked[name] = (asked[name] ?? 0) + 1;
    if (!known) return;
    const named = known.filter((record) => record.name.toLowerCase() === name);
    const answers = named.filter(({ type }) => type === question.type);
    const flags = RECURSION_DESIRED | RECURSION_AVAILABLE | (named.length > 0 ? 0 : NO_SUCH_NAME);
    socket.send(encode({ type: 'response', id, flags, questions, answers }), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked: () => ({ ...asked }),
    knows(records) {
      known = records;
    },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** An SRV record as domain controllers register it: on 389, which is never gone to. */
export const srv = (name: string, target: string, { priority = 0, weight = 100 } = {}): Answer => ({
  type: 'SRV',
  name,
  data: { target, port: 389, priority, weight },
});
