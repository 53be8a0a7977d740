/**
 * Where the sealed trail is kept for good: files that are made once, and neither changed nor deleted before their time is
 * over. Throws Failure `archive-unavailable`.
 */
export interface TrailArchive {
  /** Keeps a file. False when there is one of that name, which stays as it is; of two at once one is kept, whole. */
  add(name: string, text: string): Promise<boolean>;
  /** A file as it was kept, from the moment it was; undefined when there is none. */
  read(name: string): Promise<string | undefined>;
}
