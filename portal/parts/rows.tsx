import type { Child } from 'hono/jsx';
import { at, type Frame } from '../frame.ts';
import { PostForm } from './form.tsx';

/** A list of large things to choose from; with `lead`, the first is what most people come for. */
export const Rows = ({ lead, children }: { lead?: boolean; children?: Child }) => (
  <ul class={lead ? 'rows lead' : 'rows'}>{children}</ul>
);

interface RowText {
  readonly name: Child;
  readonly hint: Child;
}

const RowBody = ({ name, hint }: RowText) => (
  <>
    <strong>{name}</strong>
    <span>{hint}</span>
  </>
);

/** A row that leads somewhere. */
export const RowLink = (props: RowText & { frame: Frame; to: string }) => (
  <li>
    <a class="row" href={at(props.frame, props.to)}>
      <RowBody {...props} />
    </a>
  </li>
);

/** A row that does something: a form of its own, because a GET never does. */
export const RowButton = (
  props: RowText & { frame: Frame; action: string; wait: string; operation?: string },
) => (
  <li>
    <PostForm frame={props.frame} action={props.action} operation={props.operation}>
      <button type="submit" class="row" data-wait={props.wait}>
        <RowBody {...props} />
      </button>
    </PostForm>
  </li>
);

/** A row that is done with. */
export const RowDone = ({ name, hint }: RowText) => (
  <li>
    <p class="row done">
      <RowBody name={name} hint={hint} />
    </p>
  </li>
);
