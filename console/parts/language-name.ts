/** A language as administrators read it: `German (de)`. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    // What is no tag at all is a mistake that the draft lists.
    return tag;
  }
}
