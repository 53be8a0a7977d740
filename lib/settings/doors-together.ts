import { canaryOf, type CanarySettings } from './canary-settings.ts';
import type { DoorSettings } from './door-settings.ts';
import type { ToldIssue } from './told-issues.ts';

type Doors = Readonly<Record<'portal' | 'administration', DoorSettings>>;

/** What is wrong of the two doors that are right by themselves. */
export function doorsTogether({ portal, administration }: Doors): readonly ToldIssue[] {
  const name = portal.customDomain?.name;
  const sameName = name !== undefined && name === administration.customDomain?.name;
  return [
    ...recordByHand('portal', portal),
    ...recordByHand('administration', administration),
    ...(sameName
      ? [
          {
            path: ['administration', 'customDomain', 'name'],
            message: `is the portal's too: give the console a name of its own, such as admin.${name}`,
          },
        ]
      : []),
  ];
}

/** What a private door's name points to is in nobody's public zone. */
const recordByHand = (
  which: keyof Doors,
  { door, customDomain }: Doors[keyof Doors],
): readonly ToldIssue[] =>
  door !== 'regional' && customDomain?.hostedZone
    ? [
        {
          path: [which, 'customDomain', 'hostedZone'],
          message:
            "is for doors to the internet: leave it out, and point the name to the endpoint in the premises' own DNS",
        },
      ]
    : [];

/** A canary cannot solve a puzzle. */
export const puzzleTogether = ({
  portal,
  canary,
}: {
  readonly portal: DoorSettings;
  readonly canary?: CanarySettings;
}): readonly ToldIssue[] =>
  portal.firewall !== 'off' && portal.firewall.captcha && canaryOf({ canary })
    ? [
        {
          path: ['portal', 'firewall', 'captcha'],
          message: "stops the canary, which cannot solve a puzzle: leave captcha out, or write canary: 'off'",
        },
      ]
    : [];
