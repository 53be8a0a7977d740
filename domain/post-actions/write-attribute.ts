import { ineligibility } from '../policy/eligibility.ts';
import { mayBeWritten } from '../policy/writable-attributes.ts';
import type { Ports } from '../ports/index.ts';
import type { Carried, JobOf } from '../ports/post-action-desks.ts';

export type WriteAttributeNeeds = Pick<Ports, 'attributes' | 'configuration' | 'clock'>;

/**
 * Writes the one attribute of a job: only one that the deployment lists, never one that a sign-in goes by, and never of somebody
 * whom we do not serve, judged on the domain controller that makes the change as before a repair.
 */
export async function writeAttribute(ports: WriteAttributeNeeds, job: JobOf<'attribute'>): Promise<Carried> {
  const { attribute, value } = job.work;
  const configuration = await ports.configuration.current();
  if (!mayBeWritten(attribute, configuration.outside))
    return {
      kind: 'refused',
      why: `the deployment does not list ${attribute} among the attributes to write`,
    };
  return ports.attributes.at(job.person, async (bench) => {
    if (!bench) return { kind: 'refused', why: 'the account is gone' };
    const because = ineligibility(bench.account, configuration, ports.clock.now());
    return because ? { kind: 'refused', why: `the account is ${because}` } : bench.write(attribute, value);
  });
}
