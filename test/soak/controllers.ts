import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLookAlike } from '../../local/directory/look-alike.ts';
import { sambaInstalled } from '../../local/samba/installed.ts';
import { startSamba } from '../../local/samba/start-samba.ts';
import { startRelay } from '../adapters/active-directory/relay.ts';
import { freshInSamba } from '../directory/fresh-in-samba.ts';
import { sambaTemplate } from '../directory/samba.ts';
import { troubleEverywhere } from '../journeys/proofs/controller-troubles.ts';
import { controllersOf } from '../journeys/proofs/controllers.ts';
import { freshPeople, oneAfterTheOther } from '../journeys/proofs/fresh-people.ts';
import { sceneAt } from '../journeys/proofs/killed.ts';
import { TROUBLES } from '../journeys/proofs/line-troubles.ts';
import { sambaWitness } from '../journeys/proofs/samba-witness.ts';
import type { Batch, Soak, SoakGround } from './soak.ts';

type Act = 'reset' | 'unlock';
const PEOPLE = 200;
/** The discard port: nobody listens there. */
const DEAD = 'ldaps://127.0.0.1:9';

const aFile = ({ folder }: SoakGround) =>
  ({ kind: 'sqlite', file: join(folder, `controllers-${randomBytes(4).toString('hex')}.sqlite`) }) as const;

async function twoLookAlikes(ground: SoakGround, act: Act): Promise<Batch> {
  const people = freshPeople(PEOPLE);
  const next = oneAfterTheOther(people);
  const lookAlikes = await Promise.all([startLookAlike({ cast: people }), startLookAlike({ cast: people })]);
  const lines = await Promise.all(lookAlikes.map(({ port }) => startRelay(port)));
  try {
    const controllers = controllersOf(...lookAlikes);
    const directory = { ...controllers.directory, urls: lines.map(({ url }) => url) };
    const scene = await sceneAt({ ...controllers, directory }, aFile(ground), ground.folder);
    const { runs, wrong } = await troubleEverywhere({ ...scene, lines }, act, () => next().username);
    return { done: runs, wrong };
  } finally {
    await Promise.all([...lines, ...lookAlikes].map((each) => each.stop()));
  }
}

async function sambaBesideADeadAddress(ground: SoakGround, act: Act): Promise<Batch> {
  // Samba's sockets have paths of 107 characters at most.
  const dir = await mkdtemp(join(tmpdir(), 'latchkey-samba-'));
  const samba = await startSamba({ dir, template: sambaTemplate() });
  const { hostname, port } = new URL(samba.urls[0] ?? '');
  const line = await startRelay(Number(port), hostname);
  const next = await freshInSamba(samba, PEOPLE);
  try {
    const directory = { urls: [DEAD, line.url], ca: [samba.ca] };
    const scene = await sceneAt(
      { directory, witnesses: [sambaWitness(samba)] },
      aFile(ground),
      ground.folder,
    );
    const { runs, wrong } = await troubleEverywhere({ ...scene, lines: [line] }, act, next);
    return { done: runs, wrong };
  } finally {
    await line.stop();
    await samba.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const ACTS: readonly Act[] = ['reset', 'unlock'];

/** Domain controllers that fail, at every await and in every way. */
export const CONTROLLERS: readonly Soak[] = [
  ...ACTS.map((act) => ({
    name: `controllers-${act}`,
    what: `the domain controller in use fails in ${TROUBLES.length} ways at each await: ${act} (two look-alikes)`,
    unit: 'failures',
    goal: 2000,
    batch: (ground: SoakGround) => twoLookAlikes(ground, act),
  })),
  ...(sambaInstalled() ? ACTS : []).map((act) => ({
    name: `controllers-${act}-samba`,
    what: `the same: ${act} (Samba AD beside a dead address)`,
    unit: 'failures',
    goal: 500,
    batch: (ground: SoakGround) => sambaBesideADeadAddress(ground, act),
  })),
];
