/** Moments are written in UTC; here they are told by the reader's own clock, in the language of the page. */
export function showLocalTimes(): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  for (const moment of document.querySelectorAll<HTMLTimeElement>('time[data-moment]'))
    moment.textContent = format.format(new Date(moment.dateTime));
}
