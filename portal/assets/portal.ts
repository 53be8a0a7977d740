import { goOn } from './go-on.ts';
import { keepRulesTicked } from './rule-ticks.ts';
import { showLocalTimes } from './local-times.ts';
import { showSecrets } from './show-secrets.ts';
import { sendOnce } from './send-once.ts';

// Everything here is extra: each page works without it. Words come from the page, already translated.
document.querySelector<HTMLElement>('[data-focus]')?.focus();
showSecrets();
showLocalTimes();
keepRulesTicked();
sendOnce();
goOn();
