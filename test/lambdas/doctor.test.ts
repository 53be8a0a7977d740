import { describe, expect, it } from 'vitest';
import { examinationRun } from '../../lambdas/doctor/run.ts';
import { emittingCounts } from '../support/emitting.ts';
import {
  aController,
  aHealthyDomain,
  anOwnAccount,
  aShownAccount,
  scriptedExaminer,
} from '../support/examined-domain.ts';
import { visitOf } from '../support/admin-desk.ts';
import { frontDoor, jsonOf } from '../support/front-door.ts';
import { aProduct } from '../support/product.ts';

const BROKEN = aHealthyDomain({
  accounts: [],
  controllers: [aController({ connected: { kind: 'no', because: 'ECONNREFUSED' } })],
});
const never = new Promise<never>(() => undefined);

describe('the doctor function', () => {
  it('answers an administrator with what it found, as the API says it', async () => {
    const product = aProduct({}, { examiner: scriptedExaminer(async () => BROKEN) });
    const door = frontDoor(product);
    const authorization = `Bearer ${await visitOf(product, 'paul', ['policy-editor'])}`;
    const answer = await door.ask({
      method: 'POST',
      path: '/api/admin/examination',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    expect(jsonOf(answer)).toMatchObject({
      at: expect.stringMatching(/Z$/),
      domains: [
        {
          domain: 'CORP',
          worst: 'broken',
          findings: expect.arrayContaining([
            expect.objectContaining({ check: 'controller-port', question: 'Does its LDAPS port answer?' }),
          ]),
        },
      ],
      configuration: [],
    });
    expect(door.counted).toContain('["HealthChecked",{"state":"broken"}]');
  });

  it('lets nobody in whose role was lost since', async () => {
    const product = aProduct({}, { examiner: scriptedExaminer(async () => BROKEN) });
    const door = frontDoor(product);
    const authorization = `Bearer ${await visitOf(product, 'paul', ['policy-editor'])}`;
    const look = async () =>
      door.ask({
        method: 'POST',
        path: '/api/admin/examination',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{}',
      });
    product.clock.pass(59_000);
    expect((await look()).status).toBe(200);
    product.clock.pass(2_000);
    // Nobody called paul is in the directory.
    expect((await look()).status).toBe(401);
    expect(product.script.asked()).toBe(0);
  });

  it('keeps and counts what it found when it is woken', async () => {
    const product = aProduct();
    const meter = emittingCounts();
    await examinationRun(product.ports, meter)();
    const kept = await product.ports.health.lastExamination();
    expect(kept).toMatchObject({ at: product.clock.now(), domains: [{ domain: 'CORP' }] });
    expect(JSON.stringify(meter.counts())).toContain('HealthChecked');
  });

  it('counts the accounts whose rotation is late, and none where all are young enough', async () => {
    const late = async (days: number) => {
      const product = aProduct(
        {},
        {
          examiner: scriptedExaminer(async () => {
            const shown = aShownAccount({ passwordSetAt: product.clock.now() - days * 86_400_000 });
            return aHealthyDomain({ accounts: [anOwnAccount({ rotatedEveryDays: 30, shown })] });
          }),
        },
      );
      const meter = emittingCounts();
      await examinationRun(product.ports, meter)();
      return meter.counts().filter(({ metric }) => metric === 'RotationLate');
    };
    expect(await late(36)).toMatchObject([{ count: 1 }]);
    expect(await late(35)).toMatchObject([{ count: 0 }]);
  });

  it('ends in time though nobody answers, and keeps that', async () => {
    const product = aProduct({}, { examiner: scriptedExaminer(() => never) });
    const examination = await examinationRun(product.ports, emittingCounts(), 50)();
    expect(examination.domains[0]?.findings).toMatchObject([{ check: 'controller-port', state: 'broken' }]);
    expect(await product.ports.health.lastExamination()).toEqual(examination);
  });
});
