import type { DomainOfSettings } from './domain-settings.ts';
import type { PostActionSettings } from './post-action-settings.ts';
import type { ToldIssue } from './told-issues.ts';

/** Attributes that nobody could write, and writers that have nothing to write. */
export function attributeWritersTogether({
  domains,
  postActions: { writableAttributes },
}: {
  readonly domains: readonly DomainOfSettings[];
  readonly postActions: PostActionSettings;
}): readonly ToldIssue[] {
  const writers = domains.filter(({ accounts }) => accounts.attributeWriter);
  if (writableAttributes.length > 0 && writers.length === 0)
    return [
      {
        path: ['postActions', 'writableAttributes'],
        message:
          'no domain has an account that could write them: add accounts.attributeWriter to a domain (docs/deploy.md), or leave this out',
      },
    ];
  if (writableAttributes.length > 0 || writers.length === 0) return [];
  return writers.map(({ netbiosName }) => ({
    path: [
      'domains',
      domains.findIndex((domain) => domain.netbiosName === netbiosName),
      'accounts',
      'attributeWriter',
    ],
    message:
      'has nothing to write: name what it was delegated in postActions.writableAttributes, or leave it out',
  }));
}
