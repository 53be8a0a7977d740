/** A day in words, in UTC. `at` in epoch milliseconds. */
export const longDate = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

/** A day and time in words, in UTC and saying so. `at` in epoch milliseconds. */
export const dateAndTime = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(at);

/** The same as short as it can be told, with plain spaces only: for text messages. */
export const shortDateAndTime = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
    .format(at)
    .replace(/[\u00A0\u202F]/g, ' ');
