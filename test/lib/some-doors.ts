import example from '../../config/example.ts';
import type { Door } from '../../lambdas/doors.ts';
import type { Settings } from '../../lib/settings.ts';
import { synthesized } from './synthesized.ts';

type Synthesized = ReturnType<typeof synthesized>;
/** A name for a private door: its record is made by hand. */
export const BY_HAND = {
  name: 'reset.example.com',
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
};
/** The example with these of its doors. */
export const withDoors = (
  portal: Partial<Settings['portal']>,
  administration: Partial<Settings['administration']>,
) =>
  synthesized({
    ...example,
    portal: { ...example.portal, ...portal },
    administration: { ...example.administration, ...administration },
  });

/** Both doors private, behind an endpoint made for them; the portal has a name of its own. */
export const inside = withDoors(
  { door: 'private', allowList: ['10.20.0.0/16', '10.30.0.0/16'], customDomain: BY_HAND },
  { door: 'private', allowList: ['10.20.7.0/24'] },
);
/** The portal private, behind an endpoint that was there. */
export const present = withDoors(
  { door: { endpointId: 'vpce-0123456789abcdef0' }, allowList: ['10.20.0.0/16'] },
  {},
);
/** The portal open to everybody. */
export const open = withDoors({ allowList: 'any' }, {});

/** What functions are told of where they are: origin, path, whether it is a name of one's own. */
export const siteOf = (made: Synthesized, construct: string) => {
  const [found] = made.all('service', 'AWS::Lambda::Function').filter(({ id }) => id.startsWith(construct));
  const { Variables = {} } = (found?.Properties['Environment'] ?? {}) as Environment;
  return ['LATCHKEY_ORIGIN', 'LATCHKEY_BASE_PATH', 'LATCHKEY_CUSTOM_DOMAIN'].map((key) =>
    key in Variables ? made.text(Variables[key]) : '',
  );
};

/** The environment of a function as a template has it. */
export interface Environment {
  readonly Variables?: Readonly<Record<string, unknown>>;
}

interface Caller {
  readonly from: string;
  readonly endpoint?: string;
}
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** Whether a caller on such a network gets in, as AWS decides it: a denial beats all, and somebody must allow it. */
export function getsIn(made: Synthesized, door: Door, caller: Caller): boolean {
  const effects = effectsOn(made, door, caller);
  return effects.includes('Allow') && !effects.includes('Deny');
}

/** Whether a statement of its own keeps the caller out, whatever another one says. */
export const isDenied = (made: Synthesized, door: Door, caller: Caller): boolean =>
  effectsOn(made, door, caller).includes('Deny');

function effectsOn(made: Synthesized, door: Door, caller: Caller): readonly string[] {
  const { Statement } = made.one(door, 'AWS::ApiGateway::RestApi').Properties['Policy'] as {
    Statement: { Effect: string; Condition?: Conditions }[];
  };
  const holds = (kind: string, key: string, expected: unknown): boolean => {
    const there = key === 'aws:SourceVpce' ? caller.endpoint : caller.from;
    // aws:SourceIp is there only without an endpoint, aws:VpcSourceIp only with one.
    const known =
      key === 'aws:SourceIp' ? !caller.endpoint : key === 'aws:VpcSourceIp' ? !!caller.endpoint : true;
    const within = known && there !== undefined && [expected].flat().map(made.text).includes(there);
    return kind.startsWith('Not') || kind.endsWith('NotEquals') ? !within : within;
  };
  return Statement.filter(({ Condition = {} }) =>
    Object.entries(Condition).every(([kind, keys]) =>
      Object.entries(keys).every(([key, expected]) => holds(kind, key, expected)),
    ),
  ).map(({ Effect }) => Effect);
}
