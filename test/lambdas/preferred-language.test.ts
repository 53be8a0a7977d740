import { describe, expect, it } from 'vitest';
import { frontDoor } from '../support/front-door.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { anAccount } from '../support/scripted-account.ts';

const PASSWORD = 'Correct-Horse-1';

/** Somebody whom the directory knows to prefer French, at the page after sign-in. */
async function afterSignIn(begin: string) {
  const product = aProduct();
  product.script.add(anAccount('jo', { preferredLanguage: 'fr-CA' }));
  const visitor = pageVisitor(frontDoor(product));
  await visitor.open(begin);
  await visitor.open('/enroll');
  return visitor.send('/enroll/sign-in', { username: 'jo', password: PASSWORD });
}

describe('somebody whose preferred language the directory knows', () => {
  it('is spoken to in it after sign-in', async () => {
    expect((await afterSignIn('/')).body).toContain('<html lang="fr"');
  });

  it('is spoken to in the language they picked, if they picked one', async () => {
    expect((await afterSignIn('/?lang=en')).body).toContain('<html lang="en"');
  });
});
