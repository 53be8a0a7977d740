import type { Child } from 'hono/jsx';
import { at, type Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** A form that posts: carries the anti-forgery token, and the browser's own bubbles stay away (they are not translated). */
export function PostForm(props: {
  frame: Frame;
  action: string;
  operation?: string | undefined;
  children?: Child;
}) {
  const { frame, action, operation, children } = props;
  return (
    <form method="post" action={at(frame, action)} novalidate>
      {frame.formToken !== undefined && <input type="hidden" name="token" value={frame.formToken} />}
      {operation !== undefined && <input type="hidden" name="operation" value={operation} />}
      {children}
    </form>
  );
}

/** Sends the form. `main` is the one thing a page is for; `danger` takes something away. */
export function SubmitButton(props: {
  frame: Frame;
  look?: 'main' | 'plain' | 'danger';
  name?: string;
  value?: string;
  children?: Child;
}) {
  const { frame, look = 'main', name, value, children } = props;
  return (
    <button
      type="submit"
      class={look}
      name={name}
      value={value}
      data-wait={phrases(frame.language)('layout.wait')}
    >
      {children}
    </button>
  );
}

/** A link within the site. */
export function Go(props: { frame: Frame; to: string; look?: string; children?: Child }) {
  return (
    <a href={at(props.frame, props.to)} class={props.look}>
      {props.children}
    </a>
  );
}
