import type { Belonging } from '../policy/audience.ts';

/** Why somebody is in an audience, in words that end a sentence: `Ann falls under "Sales": in the group "CORP\Sales".` */
export function becauseWords(because: Belonging): string {
  switch (because.by) {
    case 'everyone':
      return 'it is for everyone';
    case 'user':
      return `named as the user "${because.user.name}"`;
    case 'group':
      return `in the group "${because.group.name}", directly or through another group`;
    case 'unit':
      return `under ${because.unit}`;
    case 'filter':
      return `found by the filter ${because.filter}`;
  }
}
