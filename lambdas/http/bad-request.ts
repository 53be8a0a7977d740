/** The codes of what a client can get wrong about a request itself. */
export type BadRequestCode =
  | 'route-unknown'
  | 'body-too-large'
  | 'body-not-utf8'
  | 'body-malformed'
  | 'body-unexpected'
  | 'content-type-wrong'
  | 'key-duplicate'
  | 'field-missing'
  | 'field-invalid'
  | 'field-too-long'
  | 'field-unknown'
  | 'form-stale'
  | 'origin-wrong'
  | 'operation-missing'
  | 'username-unreadable'
  | 'attributes-unreadable'
  | 'code-unreadable'
  | 'answers-incomplete'
  | 'address-unreadable'
  | 'number-unreadable';

const STATUS: Partial<Record<BadRequestCode, number>> = {
  'route-unknown': 404,
  'body-too-large': 413,
  'content-type-wrong': 415,
  'form-stale': 403,
  'origin-wrong': 403,
};

/** What an unknown field is called may be anything, a secret that lost its way too: only a name is told back. */
const NAME = /^[A-Za-z_][\w.-]{0,63}$/;

/** A request that can't be taken as it is. Nothing was looked at, counted or changed. */
export class BadRequest extends Error {
  readonly code: BadRequestCode;
  readonly status: number;
  readonly field: string | undefined;
  constructor(code: BadRequestCode, field?: string) {
    const named = field !== undefined && NAME.test(field) ? field : undefined;
    super(named === undefined ? code : `${code}: ${named}`);
    this.name = 'BadRequest';
    this.code = code;
    this.status = STATUS[code] ?? 400;
    this.field = named;
  }
}
