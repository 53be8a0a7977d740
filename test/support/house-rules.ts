import { circlesOf, importsOf, type Import, type Sources } from './source-imports.ts';

/** A rule on who may import whom: what it is, and whether an import breaks it. */
interface Direction {
  readonly rule: string;
  readonly isBroken: (one: Import) => boolean;
}

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const OURS = [
  'domain',
  'adapters',
  'lambdas',
  'portal',
  'console',
  'client',
  'cli',
  'lib',
  'bin',
  'local',
  'bench',
  'config',
  'cost',
  'test',
];
const isOurs = (file: string): boolean =>
  file.includes('/') && OURS.includes(folderOf(file)) && /\.\w+$/.test(file);
const isIn = (file: string, ...folders: readonly string[]): boolean =>
  isOurs(file) && folders.includes(folderOf(file));

/** Where ports meet adapters, and what is there to build and describe the functions. */
const WIRING =
  /^lambdas\/([\w-]+\/handler|observability|embedded-meter|environment|domains-from|bundle|openapi|write-openapi)\.ts$/;
/** What the infrastructure may know of the product: names and numbers, nothing that runs in it. */
const DATA =
  /^(lambdas\/(api|doors|environment|deployment-choices|metrics|bundle|http\/security-headers)|adapters\/dynamodb\/(tables|keys|flow-row|queueing)|domain\/(policy|verification)\/[\w-]+)\.ts$/;

export const DIRECTIONS: readonly Direction[] = [
  {
    rule: 'the domain imports nothing outside itself',
    isBroken: ({ from, to }) => isIn(from, 'domain') && !isIn(to, 'domain'),
  },
  {
    rule: 'adapters know the domain and each other, and none of us besides',
    isBroken: ({ from, to }) => isIn(from, 'adapters') && isOurs(to) && !isIn(to, 'adapters', 'domain'),
  },
  {
    rule: 'routes know the domain and the portal, and never an adapter or a cloud',
    isBroken: ({ from, to }) =>
      isIn(from, 'lambdas') &&
      !WIRING.test(from) &&
      (isIn(to, 'adapters') || to.startsWith('@aws-sdk/') || to.startsWith('@aws-lambda-powertools/')),
  },
  {
    rule: 'functions know domain, adapters and portal, and none of us besides',
    isBroken: ({ from, to }) =>
      isIn(from, 'lambdas') && isOurs(to) && !isIn(to, 'lambdas', 'domain', 'adapters', 'portal'),
  },
  {
    rule: 'nobody imports a handler',
    isBroken: ({ to }) => /^lambdas\/[\w-]+\/handler\.ts$/.test(to),
  },
  {
    rule: 'the portal knows itself and the types of the domain',
    isBroken: ({ from, to, typeOnly }) =>
      isIn(from, 'portal') && isOurs(to) && !isIn(to, 'portal') && !(isIn(to, 'domain') && typeOnly),
  },
  {
    rule: 'console and command line talk to the admin API, and know its client and nothing else of us',
    isBroken: ({ from, to }) =>
      isIn(from, 'console', 'cli') &&
      isOurs(to) &&
      folderOf(to) !== folderOf(from) &&
      !isIn(to, 'client') &&
      // Where there is no deployment to ask, the tables themselves are worked on: decision 33.
      !(from === 'cli/commands/restore.ts' && to.startsWith('adapters/dynamodb/restore/')),
  },
  {
    rule: "the API's client knows the published API, and nothing of us",
    isBroken: ({ from, to }) => isIn(from, 'client') && isOurs(to) && !isIn(to, 'client'),
  },
  {
    rule: "nobody but the console, the command line and tests uses the API's client",
    isBroken: ({ from, to }) =>
      isIn(to, 'client') && !isIn(from, 'client', 'console', 'cli', 'test', 'bench'),
  },
  {
    // A deployment's settings say by lib/settings.ts what they are, so that they are checked as they are typed.
    rule: 'nobody imports lib but bin, and nobody imports bin',
    isBroken: ({ from, to }) =>
      (isIn(to, 'bin') && !isIn(from, 'bin')) ||
      (isIn(to, 'lib') && !isIn(from, 'lib', 'bin') && !(isIn(from, 'config') && to === 'lib/settings.ts')),
  },
  {
    rule: 'the infrastructure takes only data from the product',
    isBroken: ({ from, to }) =>
      isIn(from, 'lib', 'bin') &&
      isOurs(to) &&
      !isIn(to, 'lib', 'bin') &&
      !DATA.test(to) &&
      !isIn(to, 'config') &&
      !(from === 'bin/cost.ts' && isIn(to, 'cost')),
  },
  {
    rule: 'the price list knows nobody, and only the bench and the command that prints a bill use it',
    isBroken: ({ from, to }) =>
      (isIn(from, 'cost') && isOurs(to) && !isIn(to, 'cost')) ||
      (isIn(to, 'cost') && !isIn(from, 'cost', 'bench', 'test') && from !== 'bin/cost.ts'),
  },
  {
    rule: 'nothing that is deployed imports what is only local, or a test',
    isBroken: ({ from, to }) =>
      isIn(from, 'domain', 'adapters', 'lambdas', 'portal', 'lib', 'bin') &&
      isIn(to, 'local', 'bench', 'test'),
  },
];

/** What may not stand in a text, and where. */
const WORDING: readonly { readonly rule: string; readonly where: RegExp; readonly pattern: RegExp }[] = [
  {
    rule: 'nothing is written to the console',
    where: /^(domain|adapters|lambdas|portal)\/(?!write-openapi|assets\/write)/,
    pattern: /\bconsole\.(?!tsx?\b)\w+/,
  },
  {
    rule: 'the domain takes time and chance from its ports',
    where: /^domain\//,
    pattern: /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)|\bperformance\.|\bsetTimeout\b|\bcrypto\./,
  },
  {
    rule: 'no certificate is let through unchecked',
    where: /^(?!test\/)/,
    pattern: /rejectUnauthorized\s*:\s*false|\bcheckServerIdentity\b|NODE_TLS_REJECT_UNAUTHORIZED/,
  },
  {
    rule: 'only its own module reads the environment',
    where: /^(domain|adapters|portal|lambdas\/(?!environment\.ts))/,
    pattern: /\bprocess\.env\b/,
  },
];

const NAMELESS = /(^|\/)(utils?|helpers?|common|misc|managers?|services?)(\.\w+$|\/)/;

/** Everything in which the sources break the rules of the house (ARCHITECTURE §3), one line each. */
export function brokenRules(sources: Sources): readonly string[] {
  const imports = importsOf(sources);
  return [
    ...imports.flatMap((one) =>
      DIRECTIONS.filter(({ isBroken }) => isBroken(one)).map(
        ({ rule }) => `${one.from} imports ${one.to}: ${rule}`,
      ),
    ),
    ...circlesOf(imports).map((circle) => `${circle}: no file needs itself`),
    ...[...sources].flatMap(([file, text]) =>
      WORDING.filter(({ where, pattern }) => where.test(file) && pattern.test(text)).map(
        ({ rule, pattern }) => `${file} has ${pattern.exec(text)?.[0] ?? ''}: ${rule}`,
      ),
    ),
    ...[...sources.keys()]
      .filter((file) => NAMELESS.test(file))
      .map((file) => `${file}: its name says nothing`),
  ];
}
