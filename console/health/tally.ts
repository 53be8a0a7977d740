import type { Examination, Finding } from '../../client/client.ts';

type State = Finding['state'];

const GRAVITY: readonly State[] = ['broken', 'warning', 'fine'];

/** What is broken first, then what is only a warning. */
export const byGravity = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => GRAVITY.indexOf(one.state) - GRAVITY.indexOf(other.state));

/** Everything that was found, of all domains and of what the configuration names. */
export const allFindings = ({ domains, configuration }: Examination): readonly Finding[] => [
  ...domains.flatMap(({ findings }) => findings),
  ...configuration,
];

const countOf = (findings: readonly Finding[], state: State): number =>
  findings.filter((finding) => finding.state === state).length;

/** The worst there is among findings. */
export const worstOf = (findings: readonly Finding[]): State =>
  GRAVITY.find((state) => countOf(findings, state) > 0) ?? 'fine';

/** How findings stand altogether: `2 things are broken, 1 thing is worth a look.` */
export function tallyWords(findings: readonly Finding[]): string {
  const [broken, warning] = [countOf(findings, 'broken'), countOf(findings, 'warning')];
  const parts = [
    ...(broken > 0 ? [`${things(broken)} broken`] : []),
    ...(warning > 0 ? [`${things(warning)} worth a look`] : []),
  ];
  return parts.length === 0 ? 'Nothing is wrong.' : `${parts.join(', ')}.`;
}

const things = (count: number): string => (count === 1 ? '1 thing is' : `${count} things are`);
