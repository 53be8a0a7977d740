import { METHODS } from '../parts/method-words.ts';
import { MethodList } from './method-list.tsx';
import { MethodPage } from './method-page.tsx';

/** The ways to prove oneself: which there are, and what is set of each. */
export default function MethodsScreen({ rest: [id] }: { readonly rest: readonly string[] }) {
  const method = METHODS.find((known) => known === id);
  return method ? <MethodPage key={method} method={method} /> : <MethodList />;
}
