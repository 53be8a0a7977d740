import { openIdProvider } from '../../adapters/oidc/identity-provider.ts';
import type { Outside } from '../../domain/policy/configuration.ts';
import type { MethodSettings } from '../../domain/policy/methods.ts';
import type { ExternalResponses } from '../../domain/ports/external-responses.ts';
import { aConfiguration, aUserConfiguration, offered } from './configured.ts';
import { frontDoor, type Answer, type FrontDoor } from './front-door.ts';
import { linksOf, pageVisitor, type PageVisitor } from './page-visitor.ts';
import { aProduct } from './product.ts';
import type { ScriptedProvider, Script } from './scripted-provider.ts';

export const OUTSIDE: Outside = {
  identityProvider: 'the provider',
  externalResponses: 'the service',
  webhooks: [],
  events: false,
  writableAttributes: [],
};
export const PROMPTS = [
  { id: 'badge', label: { en: 'Colour of your badge', de: 'Farbe Ihres Ausweises' } },
  { id: 'desk', label: { en: 'Number of your desk' } },
];
export const ATTRIBUTES = [
  { attribute: 'employeeID', label: { en: 'Employee number' } },
  { attribute: 'departmentNumber', label: { en: 'Cost centre' } },
];

/** A product where the way out of a lockout leads outside, or to the directory's own record. */
export function federatedDoor(
  provider: Pick<ScriptedProvider, 'issuer' | 'clientId' | 'clientSecret'> | undefined,
  {
    service = { ask: async () => 'refused' },
    methods = {},
    outside = OUTSIDE,
  }: {
    readonly service?: ExternalResponses;
    readonly methods?: Partial<MethodSettings>;
    readonly outside?: Outside;
  } = {},
): FrontDoor {
  const actions = {
    unlock: offered([], ['openid-connect', 'external-responses'], 1),
    reset: offered(['security-answers', 'ldap-attributes']),
  };
  return frontDoor(
    aProduct(
      {
        outside,
        document: {
          userConfigurations: [aUserConfiguration('everyone', { actions })],
          methods: {
            ...aConfiguration().document.methods,
            'openid-connect': { on: true, acr: [], amr: [] },
            'external-responses': { on: true, prompts: PROMPTS },
            'ldap-attributes': { on: true, attributes: ATTRIBUTES },
            ...methods,
          },
        },
      },
      {
        externalResponses: service,
        ...(provider && {
          identityProvider: openIdProvider({
            issuer: provider.issuer,
            clientId: provider.clientId,
            clientSecret: async () => provider.clientSecret,
            plainHttpOnLoopback: true,
            patience: 1,
          }),
        }),
      },
    ),
  );
}

/** The address that the page shown last leads away to. */
export function leadsAway({ body, headers }: Answer, { issuer }: Pick<ScriptedProvider, 'issuer'>): string {
  const found = linksOf({ status: 200, headers, cookies: [], body }).find((link) => link.startsWith(issuer));
  if (found === undefined) throw new Error(`the page leads nowhere else: ${body.slice(0, 2000)}`);
  return found;
}

/** Signs in at the provider from the page shown last, and comes back as browsers do: without our cookies. */
export async function signInThere(
  visitor: PageVisitor,
  provider: ScriptedProvider,
  {
    start,
    script,
  }: { readonly start: '/recover/openid-connect' | '/enroll/openid-connect'; readonly script?: Script },
): Promise<Answer> {
  const shown = await visitor.open(start);
  return comeBack(visitor, start, provider.signIn(leadsAway(shown, provider), script));
}

/** What the provider leads back with is shown by a page that knows nobody, and sent by its form. */
export async function comeBack(
  visitor: PageVisitor,
  start: '/recover/openid-connect' | '/enroll/openid-connect',
  returned: Readonly<Record<string, string>>,
): Promise<Answer> {
  const kept = new Map(visitor.jar);
  visitor.jar.clear();
  await visitor.open(`${start}/return?${new URLSearchParams(returned).toString()}`);
  for (const [name, value] of kept) if (!visitor.jar.has(name)) visitor.jar.set(name, value);
  return visitor.send(`${start}/return`);
}

/** Somebody of that name at the first page of a recovery. */
export async function recovering(door: FrontDoor, username: string): Promise<PageVisitor> {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username });
  return visitor;
}

/** Somebody signed in to their own methods. */
export async function signedIn(door: FrontDoor, username: string): Promise<PageVisitor> {
  const visitor = pageVisitor(door);
  await visitor.open('/enroll');
  await visitor.send('/enroll/sign-in', { username, password: 'Correct-Horse-1' });
  return visitor;
}
