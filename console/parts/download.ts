/** Saves a text as a file of that name, where the browser saves files. */
export function download(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Until the click was worked off the browser still reads it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
