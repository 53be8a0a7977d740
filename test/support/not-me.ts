import { sendDue } from '../../domain/messages/send-due.ts';
import type { Product } from './product.ts';

/** Has everything that is due sent, and answers what came of it. */
export async function letters(product: Product): Promise<Product['mailbox']> {
  const before = product.mailbox.length;
  await sendDue(product.ports);
  return product.mailbox.slice(before);
}

/** The path of the link in the newest letter to an address or number; undefined where it has none. */
export function linkTo({ mailbox }: Product, to: string): string | undefined {
  const letter = mailbox.findLast((one) => one.to === to);
  return /https:\/\/reset\.example\.com(\/(?:not-me|lift-hold)\/\S+)/.exec(letter?.text ?? '')?.[1];
}
