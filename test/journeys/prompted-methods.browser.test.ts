import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientsOf } from '../../local/aws-place.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { startResponsesService, type ResponsesService } from '../support/responses-service.ts';
import { anEvent } from '../support/stored-records.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { claim } from './steps.ts';

const SECRET = 'latchkey/responses';
/** Of the cast: known to the directory by his number. */
const KOFI = { username: 'kofi.mensah', employeeId: '104217', badge: 'copper' };

describe.skipIf(!hasBrowser())(
  'what others compare',
  () => {
    let browser: Browser;
    let service: ResponsesService;
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      service = await startResponsesService('hmac', ({ responses }) => responses['badge'] === KOFI.badge);
      const { url, host, secret } = service;
      [browser, latchkey] = await Promise.all([
        launchBrowser(),
        running({
          outside: { externalResponses: { url, host, secretId: SECRET } },
          policy: { outside: { externalResponses: host }, limits: { triesPerPerson: 20 } },
        }),
      ]);
      const secrets = new SecretsManagerClient(clientsOf(latchkey.secretsManager));
      await secrets.send(new CreateSecretCommand({ Name: SECRET, SecretString: secret }));
      await switchedOn(latchkey);
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop(), service?.stop()]));

    test.each([true, false])(
      'in the directory and at a service of the organization, unlocks together (scripts: %s)',
      async (scripts) => {
        const guest = await guestOf(browser, latchkey, { scripts });
        await claim(guest, KOFI.username);
        await guest.follow('Enter details about you');
        await guest.type('Employee number', '1');
        await guest.press('Continue');
        expect(await guest.text()).toContain('We could not confirm it’s you from this.');
        await guest.type('Employee number', KOFI.employeeId);
        await guest.press('Continue');
        // Weak alone, whatever it is worth beside another one.
        await guest.arrivesAt('One more check');
        await guest.follow('Answer what another service asks');
        service.answer((reply) => reply.writeHead(500).end());
        await guest.type('Colour of your badge', KOFI.badge);
        await guest.press('Continue');
        await guest.arrivesAt('Answer what another service asks');
        service.answer(undefined);
        await guest.type('Colour of your badge', KOFI.badge);
        await guest.press('Continue');
        await guest.arrivesAt('Thank you, we know it’s you');
        await guest.leave();
      },
    );
  },
  JOURNEY_MS,
);

/** Publishes a version in which the two of them are what it takes. */
async function switchedOn({ ports, configuration }: LocalLatchkey): Promise<void> {
  const { document } = configuration;
  const rule = offered(['ldap-attributes', 'external-responses']);
  const next = {
    ...document,
    methods: {
      ...document.methods,
      'external-responses': {
        on: true,
        prompts: [{ id: 'badge', label: { en: 'Colour of your badge' } }],
      },
      'ldap-attributes': {
        on: true,
        attributes: [{ attribute: 'employeeID', label: { en: 'Employee number' } }],
      },
    },
    userConfigurations: [aUserConfiguration('everyone', { actions: { unlock: rule, reset: rule } })],
  };
  const version = { ...configuration, version: configuration.version + 1, document: next };
  if (!(await ports.configuration.publish(version, anEvent({})))) throw new Error('not published');
}
