import { describe, expect, it } from 'vitest';
import { nextProof } from '../../../domain/canary/next-proof.ts';

const standing = { allowed: false, offered: true, missing: [], anyOf: [] };

describe('what the canary proves next', () => {
  it('is its app first, whatever is shown before a first proof', () => {
    expect(nextProof({ ...standing, allowed: true }, [])).toEqual({
      kind: 'prove',
      method: 'authenticator-app',
    });
  });

  it('is what is missing, and of several to choose from one that it can give', () => {
    const given = ['authenticator-app'] as const;
    const answers = { kind: 'prove', method: 'security-answers' };
    expect(nextProof({ ...standing, missing: ['security-answers'] }, given)).toEqual(answers);
    expect(nextProof({ ...standing, anyOf: ['passkey', 'security-answers'] }, given)).toEqual(answers);
  });

  it('is nothing once the action is allowed, and nothing where it never will be', () => {
    const given = ['authenticator-app'] as const;
    const refused = (code: string) => ({ kind: 'refused', code });
    expect(nextProof({ ...standing, allowed: true }, given)).toEqual({ kind: 'spend' });
    expect(nextProof({ ...standing, offered: false }, given)).toEqual(refused('action-not-offered'));
    expect(nextProof({ ...standing, because: 'minimum-age' }, given)).toEqual(refused('not-now-minimum-age'));
    expect(nextProof({ ...standing, missing: ['security-answers', 'email-code'] }, given)).toEqual(
      refused('policy-not-for-canaries'),
    );
    expect(nextProof({ ...standing, missing: ['authenticator-app'] }, given)).toEqual(
      refused('policy-not-for-canaries'),
    );
  });
});
