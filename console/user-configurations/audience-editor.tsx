import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Audience, DirectoryObject, UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { alreadyThere, blockedToo } from './already-there.ts';
import { NamedObjects } from './named-objects.tsx';

const WORDS = {
  include: { title: 'Include', description: 'Whoever any of these names is matched.', everyone: 'Everyone' },
  exclude: {
    title: 'Exclude',
    description: 'Whoever any of these names is not matched, whatever stands under Include.',
    everyone: '',
  },
} as const;

/** Whom a user configuration includes or excludes: users, groups, OUs and a filter; of those included, everyone too. */
export function AudienceEditor(props: {
  readonly part: 'include' | 'exclude';
  readonly userConfiguration: UserConfiguration;
  readonly onChange: (audience: Audience) => void;
}) {
  const { part, userConfiguration, onChange } = props;
  const { document, readOnly } = useDraft();
  const [said, setSaid] = useState<readonly string[]>([]);
  const audience = userConfiguration[part];
  const { title, description, everyone } = WORDS[part];
  const add = (object: DirectoryObject) => {
    const already = alreadyThere(object, userConfiguration);
    const blocked = blockedToo(object, document.blockList, Date.now());
    setSaid([already, blocked].filter((sentence) => sentence !== undefined));
    if (already === undefined) onChange(withObject(audience, object));
  };
  const remove = (next: Audience) => {
    setSaid([]);
    onChange(next);
  };
  return (
    <Container
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {said.map((sentence) => (
          <Alert key={sentence} type="info" statusIconAriaLabel="Info">
            {sentence}
          </Alert>
        ))}
        {part === 'include' && (
          <Checkbox
            checked={audience.everyone ?? false}
            disabled={readOnly}
            onChange={({ detail }) => onChange(withEveryone(audience, detail.checked))}
          >
            {everyone}
          </Checkbox>
        )}
        <NamedObjects
          kind="user"
          part={part}
          names={audience.users.map(({ name }) => name)}
          onAdd={add}
          onRemove={(at) => remove({ ...audience, users: audience.users.toSpliced(at, 1) })}
        />
        <NamedObjects
          kind="group"
          part={part}
          names={audience.groups.map(({ name }) => name)}
          onAdd={add}
          onRemove={(at) => remove({ ...audience, groups: audience.groups.toSpliced(at, 1) })}
        />
        <NamedObjects
          kind="unit"
          part={part}
          names={audience.units}
          onAdd={add}
          onRemove={(at) => remove({ ...audience, units: audience.units.toSpliced(at, 1) })}
        />
        <FormField
          label={`LDAP filter to ${part} by`}
          description="Whoever the directory finds by it."
          constraintText="RFC 4515, such as (department=Sales). Empty for none."
          stretch
        >
          <Input
            value={audience.filter ?? ''}
            readOnly={readOnly}
            spellcheck={false}
            onChange={({ detail }) => onChange(withFilter(audience, detail.value))}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}

function withObject(audience: Audience, { kind, name, id, distinguishedName }: DirectoryObject): Audience {
  switch (kind) {
    case 'user':
      return { ...audience, users: [...audience.users, { name, guid: id }] };
    case 'group':
      return { ...audience, groups: [...audience.groups, { name, sid: id }] };
    case 'unit':
      return { ...audience, units: [...audience.units, distinguishedName] };
  }
}

function withEveryone(audience: Audience, everyone: boolean): Audience {
  const { everyone: _, ...rest } = audience;
  return everyone ? { everyone, ...rest } : rest;
}

function withFilter(audience: Audience, filter: string): Audience {
  const { filter: _, ...rest } = audience;
  return filter.trim() === '' ? rest : { ...rest, filter };
}
