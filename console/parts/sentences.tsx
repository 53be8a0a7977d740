/** Sentences of the service, one below the other; a dash where there are none. */
export const Sentences = ({ sentences }: { readonly sentences: readonly string[] }) => {
  const [only] = sentences;
  if (only === undefined) return '–';
  return sentences.length === 1 ? (
    only
  ) : (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};
