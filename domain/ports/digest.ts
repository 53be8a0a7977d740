/** SHA-256. */
export interface Digest {
  /** Of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
  sha256(text: string): string;
}
