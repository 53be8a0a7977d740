import { askedCost } from '../cost/asked-cost.ts';
import { billText } from '../cost/bill-text.ts';
import { monthlyBill } from '../cost/monthly-bill.ts';
import { METRICS } from '../lambdas/metrics.ts';
import { chosenSettings } from '../lib/chosen-settings.ts';
import { synthesizedTemplates } from '../lib/synthesized-templates.ts';

/** `npm run cost`: what a deployment of config/<name>.ts is foretold to cost in a month. Asks AWS for nothing. */
try {
  const { config, json, use } = askedCost(process.argv.slice(2));
  const templates = synthesizedTemplates(await chosenSettings(config));
  const bill = monthlyBill(templates, use, Object.keys(METRICS).length);
  console.log(
    json
      ? JSON.stringify({ ...bill, assumptions: use.assumptions }, null, 2)
      : billText(bill, config, use.assumptions),
  );
} catch (problem) {
  console.error((problem as Error).message);
  process.exitCode = 1;
}
