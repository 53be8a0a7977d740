import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { filledIn, placeholdersIn, sampleOf } from './filter.ts';

/** What the directory is asked with, once somebody has typed what they are asked for. */
export function FilterPreview({ filter }: { readonly filter: string }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const names = placeholdersIn(filter);
  if (names.length === 0) return null;
  const samples = Object.fromEntries(names.map((name) => [name, typed[name] ?? sampleOf(name)]));
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Nothing is looked up. What is typed is only ever a value: signs that mean something in a filter are written as \ and two digits, so that they mean themselves."
        >
          Try the filter
        </Header>
      }
    >
      <SpaceBetween size="l">
        {names.map((name) => (
          <FormField key={name} label={`Somebody types for ${name}`}>
            <Input
              value={samples[name] ?? ''}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setTyped((before) => ({ ...before, [name]: detail.value }))}
            />
          </FormField>
        ))}
        <div>
          <Box variant="awsui-key-label">The directory is asked for</Box>
          <Box variant="code">{filledIn(filter, samples)}</Box>
        </div>
      </SpaceBetween>
    </Container>
  );
}
