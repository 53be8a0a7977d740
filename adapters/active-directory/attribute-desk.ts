import { Attribute, Change } from 'ldapts';
import type { AttributeBench, AttributeDesk, Carried } from '../../domain/ports/post-action-desks.ts';
import { nameOf, readAccount } from './account-reading.ts';
import type { Connection } from './connection.ts';
import { firstAnswering } from './controllers/first-answering.ts';
import { sharedBy } from './controllers/shared-by-domain.ts';
import { controlsOfWritable } from './controllers/writable-root.ts';
import type { CredentialSource } from './credential-source.ts';
import type { ModifyOutcome } from './directory-answer.ts';
import { describe } from './directory-error.ts';
import { checkedDomain, type DomainSettings } from './domain-settings.ts';
import { signIn } from './sign-in.ts';

/** The value does not fit the attribute's syntax or its limits (RFC 4511 §4.1.9): no later try will do better. */
const NEVER_FITS = new Set([16, 17, 19, 21]);

/**
 * Writes single attributes as the attribute writer's account, on the object's GUID. A domain controller that fails before `work`
 * begins is passed over for the next; read-only ones always are.
 */
export function attributeDesk(settings: DomainSettings, writer: CredentialSource): AttributeDesk {
  const domain = checkedDomain(settings);
  return {
    async at(person, work) {
      const name = nameOf(person, domain);
      const { connection, prepared } = await firstAnswering(domain, domain.domainControllers, async (c) => {
        await signIn(c, writer, domain);
        await controlsOfWritable(c, sharedBy(domain).health.readOnly);
        return readAccount(c, domain, name);
      });
      try {
        return await work(prepared && { account: prepared, write: writing(connection, name) });
      } finally {
        await connection.close();
      }
    },
  };
}

/** Replacing by the same value changes nothing, so that a write whose answer was lost may be repeated. */
const writing =
  (connection: Connection, name: string): AttributeBench['write'] =>
  async (attribute, value) => {
    const values = value === '' ? [] : [Buffer.from(value, 'utf8')];
    const modification = new Attribute({ type: attribute, values });
    const change = new Change({ operation: 'replace', modification });
    return carried(await connection.modify(name, [change], []), attribute, connection.url);
  };

function carried(outcome: ModifyOutcome, attribute: string, url: string): Carried {
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'lost') return { kind: 'failed', why: `${url} did not answer` };
  const { error } = outcome;
  const why = `${url} refused to write ${attribute}: ${describe(error)}; docs/deploy.md has the delegation`;
  return NEVER_FITS.has(error.code) ? { kind: 'refused', why } : { kind: 'failed', why };
}
