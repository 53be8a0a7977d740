import ExpandableSection from '@cloudscape-design/components/expandable-section';

/** What is asked about the two accounts time and again, answered. */
export const AccountNotes = ({ notes }: { readonly notes: readonly string[] }) => (
  <ExpandableSection headerText="Can a group-managed service account (gMSA) be used?">
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </ExpandableSection>
);
