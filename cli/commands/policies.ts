import { assessedLines } from '../assessed-lines.ts';
import type { Setting } from '../setting.ts';

/** The ready-made policies: for whom each is, what it amounts to, and what has to be accepted to publish it. */
export async function listPolicies({ call, terminal, json }: Setting): Promise<void> {
  const { policies } = await call('GET /api/admin/policies');
  if (json) return terminal.data(JSON.stringify(policies, null, 2));
  const told = policies.map(({ id, description, risks, assessment }) =>
    [
      `${id}: ${description}`,
      ...assessedLines(assessment),
      ...risks.map((risk) => `  Needs "acceptedRisks" with "${risk}" and a reason.`),
    ].join('\n'),
  );
  terminal.data(told.join('\n\n'));
}
